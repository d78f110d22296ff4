"""What is read of a page, in which order and in which language."""

from webapp.speech.queries import of_page
from webapp.speech.reading import lines


def texts(html: str, language: str = "fr") -> list[str]:
    return [
        line.text for line in lines(f"<body><p>avant</p><main>{html}</main>après</body>", language)
    ]


def test_only_the_main_part_is_read_block_by_block():
    html = "<h1>Ménage</h1><p>Vous <b>lavez</b>\n les sols.</p><ul><li>Un<li>Deux</ul>"

    assert texts(html) == ["Ménage", "Vous lavez les sols.", "Un", "Deux"]


def test_buttons_side_by_side_are_apart_and_a_number_stays_in_its_sentence():
    html = '<div><a class="btn" href="/a">Appeler</a><button>Envoyer</button></div>'
    html += '<p>Appelez le <a class="tel" href="tel:1"><bdi>04 65</bdi></a>, merci.</p>'

    assert texts(html) == ["Appeler", "Envoyer", "Appelez le 04 65, merci."]


def test_what_is_hidden_or_folded_is_not_read():
    html = (
        '<p hidden>a</p><p aria-hidden="true">b</p><script>c</script><svg><title>d</title></svg>'
        "<details><summary>Plus</summary><p>e</p></details>"
        "<details open><summary>Moins</summary><p>f</p></details>"
        '<a class="tool twin" href="/">Français simple</a><textarea>g</textarea>'
    )

    assert texts(html) == ["Plus", "Moins", "f"]


def test_words_for_ears_are_read():
    assert texts('<p><span class="vh">Fait : </span>Envoyé</p>') == ["Fait : Envoyé"]


def test_french_in_another_language_is_said_as_french():
    html = '<p>The words of the employer: <q lang="fr">Petite équipe.</q> Welcome.</p>'

    found = lines(f"<main>{html}</main>", "en")

    assert [(line.text, line.language) for line in found] == [
        ("The words of the employer:", "en"),
        ("Petite équipe.", "fr"),
        ("Welcome.", "en"),
    ]


FACT = '<div class="fact"><svg><use href="#p-{}"/></svg><span>{}</span></div>'


def test_a_number_beside_a_picture_becomes_a_whole_sentence(app):
    html = FACT.format("clock", "<b>20 h</b> par semaine, le matin")
    html += FACT.format("coin-euro", "<b>12,31 €</b> de l’heure")
    html += FACT.format("walk", "À <b>200 m</b>, 4 min à pied")
    html += FACT.format("clock", "Ouvert le lundi")

    assert [(one.text, one.spoken) for one in of_page(f"<main>{html}</main>", "fr")] == [
        ("20 h par semaine, le matin", "Vous travaillez vingt heures par semaine, le matin."),
        ("12,31 € de l’heure", "Vous gagnez douze euros trente et un de l’heure."),
        ("À 200 m, 4 min à pied", "C’est à deux cents mètres, quatre minutes à pied."),
        ("Ouvert le lundi", "Ouvert le lundi."),
    ]
