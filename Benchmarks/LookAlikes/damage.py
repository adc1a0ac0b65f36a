"""What scanners, telephones and messengers do to a page."""
import io

import cv2
import img2pdf
import numpy as np
from PIL import Image


def jpeg(image, quality, exif=None):
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, **({"exif": exif} if exif else {}))
    return out.getvalue()


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def noise(generator, shape, sigma, smooth=0.0):
    field = generator.normal(0, sigma, shape).astype(np.float32)
    return cv2.GaussianBlur(field, (0, 0), smooth).reshape(shape) * (1 + 2 * smooth) if smooth else field


def scan(image, generator, dpi, bilevel=False, gray=False, quality=None, hard=1.0):
    """A scanned sheet as a PDF with one picture."""
    page = np.asarray(image).astype(np.float32)
    high, wide = page.shape[:2]
    angle = float(generator.uniform(-1.0, 1.0)) * hard
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    turn[:, 2] += generator.uniform(-0.006, 0.006, 2) * wide
    page = cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=(252, 252, 250))
    ramp = np.linspace(0, 1, wide, dtype=np.float32)
    if generator.random() < 0.4:
        ramp = ramp[::-1]
    page -= (14 * hard * ramp ** 6)[None, :, None]
    page = cv2.GaussianBlur(page, (0, 0), float(generator.uniform(0.3, 0.6)) * dpi / 200 + 0.05)
    contrast = float(generator.uniform(0.82, 1.05))
    page = 248 - (248 - page) * contrast
    page += noise(generator, (high, wide, 1), 3.0 * hard, 0.6)
    for _ in range(int(generator.integers(0, 14) * hard)):
        x, y = generator.integers(0, wide), generator.integers(0, high)
        cv2.circle(page, (int(x), int(y)), int(generator.integers(1, max(2, dpi // 110))), (70, 70, 70), -1)
    page = np.clip(page, 0, 255).astype(np.uint8)
    if bilevel:
        flat = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
        cut = int(generator.integers(140, 185))
        sheet = Image.fromarray(((flat > cut) * 255).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)
        out = io.BytesIO()
        sheet.save(out, "TIFF", compression="group4", dpi=(dpi, dpi))
        return img2pdf.convert(out.getvalue())
    sheet = Image.fromarray(page)
    if gray:
        sheet = sheet.convert("L")
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=quality or int(generator.integers(55, 86)), dpi=(dpi, dpi))
    return img2pdf.convert(out.getvalue())


def table(generator, high, wide):
    """A table top, a desk, a carpet."""
    kind = generator.choice(["wood", "dark", "pale", "cloth"])
    base = {"wood": (128, 92, 60), "dark": (52, 48, 46), "pale": (186, 180, 172), "cloth": (84, 96, 112)}[str(kind)]
    field = np.ones((high, wide, 3), np.float32) * np.array(base, np.float32)
    if kind == "wood":
        grain = cv2.resize(generator.normal(0, 1, (high // 4, 6)).astype(np.float32), (wide, high), interpolation=cv2.INTER_CUBIC)
        field += (14 * np.sin(3 * grain + np.linspace(0, 60, high)[:, None]))[:, :, None]
    blotch = cv2.resize(generator.normal(0, 1, (24, 18)).astype(np.float32), (wide, high), interpolation=cv2.INTER_CUBIC)
    return field + 8 * blotch[:, :, None] + noise(generator, (high, wide, 1), 6)


def light(generator, high, wide, strength):
    """Uneven light: a slope, a lamp, perhaps a soft shadow across."""
    y, x = np.mgrid[0:1:high * 1j, 0:1:wide * 1j].astype(np.float32)
    angle = generator.uniform(0, 2 * np.pi)
    field = 1 - strength * (0.5 + (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle))
    centre = generator.uniform(0.2, 0.8, 2)
    field += 0.5 * strength * np.exp(-((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / 0.18)
    if generator.random() < 0.35:
        edge = (x - generator.uniform(0.2, 0.8)) * np.cos(angle + 1) + (y - generator.uniform(0.1, 0.9)) * np.sin(angle + 1)
        field *= 1 - 0.22 / (1 + np.exp(-edge * 28))
    return field[:, :, None]


def place(page, generator, high, wide, tilt, fill, background, curl=0.0):
    """The page in perspective on a background."""
    page_high, page_wide = page.shape[:2]
    if curl:
        y, x = np.mgrid[0:page_high, 0:page_wide].astype(np.float32)
        wave = curl * page_high * np.sin(np.pi * x / page_wide * float(generator.uniform(0.8, 1.3)) + float(generator.uniform(0, 1)))
        page = cv2.remap(page, x, y + wave.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    ratio = min(wide * fill / page_wide, high * fill / page_high)
    target_wide, target_high = page_wide * ratio, page_high * ratio
    left, top = (wide - target_wide) / 2, (high - target_high) / 2
    corners = np.float32([[left, top], [left + target_wide, top], [left + target_wide, top + target_high], [left, top + target_high]])
    corners += generator.uniform(-tilt, tilt, (4, 2)).astype(np.float32) * target_wide
    shift = generator.uniform(-0.01, 0.01, 2) * wide
    corners += shift.astype(np.float32)
    spin = cv2.getRotationMatrix2D((wide / 2, high / 2), float(generator.uniform(-1.6, 1.6)), 1.0)
    corners = cv2.transform(corners[None], spin)[0].astype(np.float32)
    source = np.float32([[0, 0], [page_wide, 0], [page_wide, page_high], [0, page_high]])
    matrix = cv2.getPerspectiveTransform(source, corners)
    if ratio < 0.6:
        page = cv2.GaussianBlur(page, (0, 0), 0.45 / ratio * 0.8)
    warped = cv2.warpPerspective(page, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    mask = cv2.warpPerspective(np.ones((page_high, page_wide), np.float32), matrix, (wide, high))[:, :, None]
    shadow = cv2.GaussianBlur(mask, (0, 0), wide / 120)
    shadow = shadow[:, :, None] if shadow.ndim == 2 else shadow
    background = background * (1 - 0.35 * shadow)
    return background * (1 - mask) + warped * mask


def finish(picture, generator, blur, grain, quality, exif=None):
    picture = cv2.GaussianBlur(np.clip(picture, 0, 255).astype(np.float32), (0, 0), blur) if blur else picture
    high, wide = picture.shape[:2]
    picture = picture + noise(generator, (high, wide, 3), grain, 0.5) * 0.7 + noise(generator, (high, wide, 1), grain, 0.7)
    return jpeg(Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)), quality, exif)


def photo(image, generator, messenger=False, size=None, tilt=None, curl=None, sideways=False):
    """A sheet photographed with a telephone: 3000 by 4000, or what a messenger leaves of it."""
    page = np.asarray(image).astype(np.float32)
    page = page * np.array([1.0, generator.uniform(0.965, 0.99), generator.uniform(0.9, 0.97)], np.float32)
    flat = page.shape[1] > page.shape[0]
    wide, high = (1200, 1600) if messenger else (3000, 4000)
    if size:
        wide, high = size
    if flat:
        wide, high = high, wide
    tilt = generator.uniform(0.012, 0.035) if tilt is None else tilt
    curl = (generator.uniform(0.001, 0.004) if generator.random() < 0.5 else 0.0) if curl is None else curl
    picture = place(page, generator, high, wide, tilt, generator.uniform(0.9, 0.96), table(generator, high, wide), curl)
    picture = picture * light(generator, high, wide, generator.uniform(0.15, 0.38)) * generator.uniform(0.9, 1.02)
    blur = generator.uniform(0.45, 0.7) if messenger else generator.uniform(0.8, 1.5)
    exif = None
    if sideways:
        picture = np.rot90(picture, 1).copy()  # kept turned; the tag says how to hold it
        tags = Image.Exif()
        tags[0x0112] = 6
        exif = tags.tobytes()
    return finish(picture, generator, blur, 2.0 if messenger else 4.0, int(generator.integers(62, 86)), exif)


def screen_photo(image, generator, messenger=False, bezel=True, big=False):
    """A screen photographed: moire, glow, tilt."""
    page = np.asarray(image).astype(np.float32)
    scale = 1800 / max(page.shape[1], 1) if page.shape[1] > page.shape[0] else 2200 / page.shape[0]
    if scale > 1.2:
        page = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    bright = max(60.0, float(np.percentile(page, 97)))
    page = 16 + page * min(1.35, 228 / bright)  # the camera exposes for what is on the screen
    if bezel:
        edge = max(12, page.shape[1] // 40)
        page = cv2.copyMakeBorder(page, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=(16, 16, 18))
    flat = page.shape[1] > page.shape[0]
    wide, high = (1200, 1600) if messenger else (2250, 3000)
    if flat:
        wide, high = high, wide
    picture = place(page, generator, high, wide, generator.uniform(0.01, 0.03), generator.uniform(0.93, 0.985),
                    table(generator, high, wide) * 0.55)
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    period, angle = generator.uniform(9, 26), generator.uniform(0, np.pi)
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period + 2 * np.sin(y / high * 5))
    picture = picture + (generator.uniform(1.5, 4.5) * wave)[:, :, None] * np.array([1, -0.6, 0.8], np.float32)
    picture = picture * light(generator, high, wide, generator.uniform(0.08, 0.22))
    picture = picture * np.array([generator.uniform(0.93, 1), 1.0, generator.uniform(0.97, 1.06)], np.float32)
    blur = generator.uniform(0.5, 0.75) if messenger else generator.uniform(0.8, 1.3)
    return finish(picture, generator, blur, 3.0, int(generator.integers(65, 86)))
