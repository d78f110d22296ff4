"""Beside a request: its moment chosen by voice with an adviser, people presented to an employer."""
