"""The definition's models: values, the models themselves, and the words for what is wrong with them."""
