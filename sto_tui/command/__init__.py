"""What the commands of `sto` do: one module per group, each imported only when its command is used."""
