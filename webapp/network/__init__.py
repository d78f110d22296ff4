"""Accounting for it: figures that give nobody away, collective acts noted as they happen."""
