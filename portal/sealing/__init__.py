"""Pure bytes: envelopes that anybody can seal and only the charity can open.

RFC 9180 HPKE from `cryptography`, suite X-Wing (ML-KEM-768 with X25519) + HKDF-SHA256 + ChaCha20-Poly1305.
`seal` needs the public key, `unseal` the private one; they are two modules so that the import contracts can
keep the second away from every process that faces the public.
"""
