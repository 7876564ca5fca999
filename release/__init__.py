"""What is made for a release beside the code: the manual page, completion, notices of third parties and pictures."""
