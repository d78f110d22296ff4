"""“Aidez-moi”: a request for help, its one owner, and each step until someone has helped."""
