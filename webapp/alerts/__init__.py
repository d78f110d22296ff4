"""New offers near home told by SMS, once a week at most: “prévenez-moi”."""
