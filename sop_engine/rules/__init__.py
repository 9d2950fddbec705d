"""Rules: whether what a SOP says is sound. One rule a file; ``registry`` lists them, ``run`` runs them."""
