"""The languages that interpreters are asked for, by their ISO 639 code. One that is not here is written out."""

LANGUAGES = {
    "sq": "Albanian",
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "bg": "Bulgarian",
    "zh": "Chinese, Mandarin",
    "yue": "Chinese, Cantonese",
    "hr": "Croatian",
    "cs": "Czech",
    "fa": "Dari or Farsi",
    "en": "English",
    "et": "Estonian",
    "fr": "French",
    "ka": "Georgian",
    "de": "German",
    "el": "Greek",
    "ha": "Hausa",
    "hi": "Hindi",
    "hu": "Hungarian",
    "ig": "Igbo",
    "ga": "Irish",
    "it": "Italian",
    "ku": "Kurdish",
    "lv": "Latvian",
    "lt": "Lithuanian",
    "ne": "Nepali",
    "ps": "Pashto",
    "pl": "Polish",
    "pt": "Portuguese",
    "pa": "Punjabi",
    "ro": "Romanian or Moldovan",
    "rom": "Romani",
    "ru": "Russian",
    "sk": "Slovak",
    "so": "Somali",
    "es": "Spanish",
    "tl": "Tagalog",
    "th": "Thai",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "cy": "Welsh",
    "yo": "Yoruba",
}


def spoken(language: str) -> str:
    """A language as people say it: that of the code, or what was written."""
    return LANGUAGES.get(language, language)


LANGUAGE_CHOICES = [*((name, name) for name in LANGUAGES.values()), ("Another language", "Another language")]
"""For a form: languages are kept by name, so that whoever is sent them can read them."""
