"""My notes: private, in the drawer of one person and nowhere else."""
