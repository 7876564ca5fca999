"""What comes of a party that stops, joins, or turns out to be another one; proposed before it is done."""
