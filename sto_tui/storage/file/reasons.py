"""Why something on disk did not work, in Dutch."""

import errno

NO_ANSWER = (
    errno.ESTALE,
    errno.EIO,
    errno.ENOTCONN,
    errno.ENODEV,
    errno.ETIMEDOUT,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
)
"""What a network disk says when it is gone, and a plain one when it was pulled out."""
_REASONS = {
    errno.EPERM: "geen schrijfrechten in deze map",
    errno.EACCES: "geen schrijfrechten in deze map",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map, of mag niet gemaakt worden",
    errno.EISDIR: "dit is een map",
    errno.EFBIG: "het bestand mag niet zo groot worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "deze schijf kan alleen gelezen worden",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "daar staat een koppeling (link), en daar schrijft en leest sto-tui niet doorheen",
    errno.ENXIO: "daar staat geen gewoon bestand",
    errno.E2BIG: "er staat iets in van een ander programma dat te diep genest is",
    errno.EMLINK: "dit bestand heeft nog een andere naam (harde koppeling); zet er een kopie van neer",
    errno.EDQUOT: "de schijfruimte van dit account is op",
    **dict.fromkeys(NO_ANSWER, "de schijf antwoordt niet"),
}


def reason(error: OSError) -> str:
    """Why something on disk did not work, in Dutch, as part of a sentence."""
    return _REASONS.get(error.errno or 0, f"het besturingssysteem geeft fout {error.errno}")
