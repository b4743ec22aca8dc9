### Certificates: the printed text, the verification page, revoking.
