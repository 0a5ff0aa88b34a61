//! Tests of inflection and lemmas together.

use super::inflect::{Form, forms, inflect, transfer};
use super::lemma::{Class, known, readings};
use super::lexicon;
use super::tag::Tag;

#[test]
fn verbs_inflect() {
    for (lemma, third, ing, past, participle) in [
        ("detain", "detains", "detaining", "detained", "detained"),
        ("admit", "admits", "admitting", "admitted", "admitted"),
        ("visit", "visits", "visiting", "visited", "visited"),
        ("travel", "travels", "traveling", "traveled", "traveled"),
        ("carry", "carries", "carrying", "carried", "carried"),
        ("stay", "stays", "staying", "stayed", "stayed"),
        ("pay", "pays", "paying", "paid", "paid"),
        ("go", "goes", "going", "went", "gone"),
        ("do", "does", "doing", "did", "done"),
        ("have", "has", "having", "had", "had"),
        ("be", "is", "being", "was", "been"),
        ("veto", "vetoes", "vetoing", "vetoed", "vetoed"),
        ("die", "dies", "dying", "died", "died"),
        ("lie", "lies", "lying", "lay", "lain"),
        ("sit", "sits", "sitting", "sat", "sat"),
        ("begin", "begins", "beginning", "began", "begun"),
        ("free", "frees", "freeing", "freed", "freed"),
        ("dye", "dyes", "dyeing", "dyed", "dyed"),
        ("agree", "agrees", "agreeing", "agreed", "agreed"),
        ("panic", "panics", "panicking", "panicked", "panicked"),
        ("push", "pushes", "pushing", "pushed", "pushed"),
        ("focus", "focuses", "focusing", "focused", "focused"),
        ("refer", "refers", "referring", "referred", "referred"),
        ("offer", "offers", "offering", "offered", "offered"),
        ("kidnap", "kidnaps", "kidnapping", "kidnapped", "kidnapped"),
        ("quit", "quits", "quitting", "quit", "quit"),
        ("ski", "skis", "skiing", "skied", "skied"),
        ("undertake", "undertakes", "undertaking", "undertook", "undertaken"),
        ("argue", "argues", "arguing", "argued", "argued"),
        ("wax", "waxes", "waxing", "waxed", "waxed"),
        ("target", "targets", "targeting", "targeted", "targeted"),
        ("benefit", "benefits", "benefiting", "benefited", "benefited"),
    ] {
        let all = [
            (Form::ThirdPerson, third),
            (Form::Ing, ing),
            (Form::Past, past),
            (Form::Participle, participle),
            (Form::Base, lemma),
        ];
        for (form, wanted) in all {
            assert_eq!(inflect(lemma, form), wanted);
            assert!(
                readings(wanted).iter().any(|found| found.lemma == lemma && found.form == form),
                "{wanted}: {:?}",
                readings(wanted)
            );
        }
    }
}

#[test]
fn nouns_and_adjectives_inflect() {
    for own in ["with", "under", "thanks", "thanks to"] {
        assert_eq!(inflect(own, Form::Plural), own);
    }
    assert_eq!(inflect("grib", Form::Past), "gribbed");
    for (lemma, plural) in [
        ("party", "parties"),
        ("boy", "boys"),
        ("hero", "heroes"),
        ("photo", "photos"),
        ("potato", "potatoes"),
        ("wife", "wives"),
        ("roof", "roofs"),
        ("church", "churches"),
        ("stomach", "stomachs"),
        ("policeman", "policemen"),
        ("spokeswoman", "spokeswomen"),
        ("child", "children"),
        ("crisis", "crises"),
        ("criterion", "criteria"),
        ("aircraft", "aircraft"),
        ("sheep", "sheep"),
        ("person", "people"),
        ("human", "humans"),
        ("information", "information"),
        ("bus", "buses"),
        ("quiz", "quizzes"),
        ("mother-in-law", "mothers-in-law"),
        ("vice-president", "vice-presidents"),
        ("passer-by", "passers-by"),
        ("half", "halves"),
        ("tax", "taxes"),
        ("Ukrainian", "Ukrainians"),
        ("veto", "vetoes"),
        ("soliloquy", "soliloquies"),
        ("minister", "ministers"),
        ("journalist", "journalists"),
        ("euro", "euros"),
        ("county", "counties"),
        ("leaf", "leaves"),
    ] {
        assert_eq!(inflect(lemma, Form::Plural), plural);
        assert!(
            readings(plural).iter().any(|found| found.lemma == lemma.to_lowercase()),
            "{plural}: {:?}",
            readings(plural)
        );
    }
    for (lemma, comparative, superlative) in [
        ("big", "bigger", "biggest"),
        ("large", "larger", "largest"),
        ("heavy", "heavier", "heaviest"),
        ("good", "better", "best"),
        ("bad", "worse", "worst"),
        ("serious", "more serious", "most serious"),
        ("early", "earlier", "earliest"),
        ("free", "freer", "freest"),
        ("common", "more common", "most common"),
        ("likely", "more likely", "most likely"),
        ("simple", "simpler", "simplest"),
        ("important", "more important", "most important"),
        ("far", "further", "furthest"),
        ("long", "longer", "longest"),
    ] {
        assert_eq!(inflect(lemma, Form::Comparative), comparative);
        assert_eq!(inflect(lemma, Form::Superlative), superlative);
    }
}

#[test]
fn phrases_inflect_at_their_head() {
    for (phrase, form, wanted) in [
        ("take part", Form::Past, "took part"),
        ("be taken to hospital", Form::Past, "was taken to hospital"),
        ("come to an agreement", Form::Ing, "coming to an agreement"),
        ("publicly apologise", Form::Past, "publicly apologised"),
        ("was detained", Form::Ing, "being detained"),
        ("member of parliament", Form::Plural, "members of parliament"),
        ("minister for foreign affairs", Form::Plural, "ministers for foreign affairs"),
        ("interior minister", Form::Plural, "interior ministers"),
        ("police officer", Form::Plural, "police officers"),
        ("well known", Form::Comparative, "more well known"),
        ("set up", Form::Ing, "setting up"),
        ("put an end to", Form::ThirdPerson, "puts an end to"),
    ] {
        assert_eq!(inflect(phrase, form), wanted);
    }
}

#[test]
fn forms_hold_contractions_and_both_doublings() {
    let list = |lemma: &str| forms(lemma).into_iter().map(|(_, form)| form).collect::<Vec<_>>();
    for form in ["am", "is", "are", "was", "were", "been", "being", "be", "'s", "'re", "'m", "isn't", "weren't"] {
        assert!(list("be").iter().any(|known| known == form), "{form}");
    }
    for form in ["'ve", "'d", "hadn't", "has"] {
        assert!(list("have").iter().any(|known| known == form), "{form}");
    }
    assert!(list("travel").contains(&"travelled".to_owned()) && list("travel").contains(&"traveled".to_owned()));
    assert!(list("can").contains(&"couldn't".to_owned()) && list("will").contains(&"won't".to_owned()));
    assert!(forms("must").iter().all(|(form, _)| form.class() == Class::Verb));
    assert!(list("judge").contains(&"judges".to_owned()));
}

#[test]
fn every_form_reads_back() {
    for (lemma, _) in lexicon::all().step_by(1) {
        for (form, word) in forms(lemma) {
            assert!(
                readings(&word).iter().any(|found| found.lemma == lemma && found.form == form),
                "{lemma} {form:?} {word}"
            );
        }
    }
}

#[test]
fn english_is_known_and_other_languages_are_not() {
    for word in "the minister's re-election unvaccinated co-chaired organisation organizing 1990s well-known isn't reintroduced anti-corruption \
                 lawmakers thirty-two café wheelchair-bound good-natured landmines shipbuilders iPhone pro-Kremlin underfunded digitisation mid-1990s whistleblowers"
        .split_whitespace()
    {
        assert!(known(word), "{word}");
    }
    for word in
        "vastgezet krijgen gegen nicht wurde avec être також человек sąd rząd aangehouden überfallen mensonge gobierno"
            .split_whitespace()
    {
        assert!(!known(word), "{word}");
    }
}

#[test]
fn short_verbs_double_and_long_ones_do_not() {
    for lemma in "plan stop drop ban pin rob stab shop grab jog tap trap tip top wrap step slip ship skip snap strip trim beg hug bar blur star stir occur \
                  refer transfer prefer confer deter equip rebel expel compel propel control patrol commit submit admit omit permit regret dim jam slam \
                  cram scan span chat pat plot spot squat dub scrub rub stun log bug drag flag lag nag plug tag zip whip clip flip grip hop chop crop \
                  prop map nap clap flap scrap slap strap swap program kidnap"
        .split_whitespace()
    {
        let last = lemma.chars().next_back().expect("a letter");
        assert_eq!(inflect(lemma, Form::Past), format!("{lemma}{last}ed"));
        assert_eq!(inflect(lemma, Form::Ing), format!("{lemma}{last}ing"));
    }
    for lemma in "visit edit limit credit audit exit profit benefit orbit open happen listen threaten offer suffer differ enter order remember deliver \
                  gather answer consider monitor target market budget ticket develop gallop gossip interpret inhibit exhibit prohibit deposit reveal \
                  conceal fail sail repeat treat need wait book cook clear appear load"
        .split_whitespace()
    {
        assert_eq!(inflect(lemma, Form::Past), format!("{lemma}ed"));
        assert_eq!(inflect(lemma, Form::Ing), format!("{lemma}ing"));
    }
}

#[test]
fn a_new_word_takes_the_form_of_the_found_one() {
    assert_eq!(transfer("walked", "walk", "stride", None).as_deref(), Some("strode"));
    assert_eq!(transfer("walked", "walk", "stride", Some(Tag::Participle)).as_deref(), Some("stridden"));
    assert_eq!(transfer("gave", "give", "hold talks", None).as_deref(), Some("held talks"));
    assert_eq!(transfer("deputies", "deputy", "member of parliament", None).as_deref(), Some("members of parliament"));
    assert_eq!(transfer("plans", "plan", "scheme", Some(Tag::PluralNoun)).as_deref(), Some("schemes"));
    assert_eq!(transfer("minister", "walk", "stride", None), None);
}

#[test]
fn odd_words_do_no_harm() {
    let odd = [
        "",
        " ",
        "-",
        "--",
        "'",
        "’",
        "’s",
        "s",
        "ß",
        "é",
        "ies",
        "ied",
        "ing",
        "ed",
        "-ed",
        "a-",
        "ščing",
        "Ürün's",
        "поле",
        "会议",
        "\u{301}",
        "ＡＢ",
        "İs",
        "x\u{200b}ed",
        "ssss",
        "yyying",
        "e",
    ];
    for word in odd {
        for form in [
            Form::Base,
            Form::ThirdPerson,
            Form::Ing,
            Form::Past,
            Form::Participle,
            Form::Singular,
            Form::Plural,
            Form::Comparative,
            Form::Superlative,
        ] {
            let _ = inflect(word, form);
            let _ = inflect(&format!("{word} {word}"), form);
        }
        let _ = (
            forms(word),
            readings(word),
            known(word),
            super::classes::classes(word),
            super::article::article_for(word),
        );
        let _ = (
            super::spelling::to(super::spelling::Spelling::British, word),
            super::case::match_case(word, word),
            super::tag::tag(&[word, word]),
        );
    }
}
