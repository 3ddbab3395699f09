"""The intake endpoint of the contract in docs/intake-contract.md. Stores envelopes; cannot open them."""
