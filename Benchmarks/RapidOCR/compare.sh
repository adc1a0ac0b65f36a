#!/bin/bash
# Prints the comparison as Markdown: ours, ours without repair and second look, plain Tesseract and RapidOCR, all through our
# reader of cards. RapidOCR=DIR says where its words are.
set -euo pipefail
bench=.build/release/cricksy-bench
echo "# Our reader beside RapidOCR"
echo
echo "\`make rapidocr\`: RapidOCR (rapidocr-onnxruntime from PyPI, one thread, PDFs drawn at 200 dpi by pdftoppm) gives its words as"
echo "hOCR to our reader of cards, with its CPU seconds (getrusage, children included) and its peak resident size. All contenders read"
echo "the same pages; text PDFs, which we read from their text layer, stand apart."
for split in validation test; do
	echo
	echo "## The $split split"
	echo
	$bench evaluate --split "$split" --tuned reports/tuned.json --without repair,second-look --settings psm=3 --settings psm=6 \
		--hocr "$RapidOCR/$split" --format markdown --progress none --contenders-only
done
