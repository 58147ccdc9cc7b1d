"""A certificate authority for one run: its certificate, its key, and its list of revoked certificates, as PEM."""

from datetime import datetime, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
_name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "trial.corp.example")])
_now = datetime.now(timezone.utc)
_then = _now + timedelta(days=365)

AUTHORITY = (
    x509.CertificateBuilder().subject_name(_name).issuer_name(_name).public_key(_key.public_key())
    .serial_number(x509.random_serial_number()).not_valid_before(_now).not_valid_after(_then)
    .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    .sign(_key, SHA256()).public_bytes(Encoding.PEM).decode())
KEY = _key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
REVOKED = (
    x509.CertificateRevocationListBuilder().issuer_name(_name).last_update(_now).next_update(_then)
    .sign(_key, SHA256()).public_bytes(Encoding.PEM).decode())
