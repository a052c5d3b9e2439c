"""What a draft is: source, prose, blocks, tokens, sentences, quotations, names."""
