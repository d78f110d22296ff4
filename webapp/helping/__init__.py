"""Requests for help, “aidez-moi”: one owner each, and every step until someone has helped."""
