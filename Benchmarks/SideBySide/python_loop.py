"""pytesseract and pdf2image with their defaults, in processes as Celery forks them: what the Python worker does.

    python_loop.py LIST OUTPUT [PROCESSES]

LIST names one document a line; the text of line N, from 0, goes to OUTPUT/N.txt.
"""

import multiprocessing
import pathlib
import sys

import pdf2image
import pytesseract
from PIL import Image


def text(path: str) -> str:
    if path.endswith(".pdf"):
        return "\n".join(pytesseract.image_to_string(page) for page in pdf2image.convert_from_path(path))
    return pytesseract.image_to_string(Image.open(path))


def read(job: tuple[int, str]) -> None:
    index, path = job
    pathlib.Path(sys.argv[2], f"{index}.txt").write_text(text(path))


if __name__ == "__main__":
    jobs = list(enumerate(pathlib.Path(sys.argv[1]).read_text().splitlines()))
    processes = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        pool.map(read, jobs, chunksize=1)
        pool.close()
        pool.join()
