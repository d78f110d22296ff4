"""The voice of a page: from written French to sentences, from sentences to sound."""
