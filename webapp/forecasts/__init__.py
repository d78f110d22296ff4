"""What employers will need in the coming months, said in three presses, for advisers alone."""
