//! How house rows are enforced: one line a behaviour, as `found -> becomes` over a text.

use copydesk::check;
use copydesk::document::input::Input;
use copydesk::glossary::compile::Glossary;
use copydesk::glossary::packs;
use copydesk::glossary::read;
use copydesk::settings::Settings;

/// What it is; the glossary's rows with their header; the text; what is found and what it becomes.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    // Inflection.
    ("plurals", "write,avoid\nferry,catamaran", "Two catamarans sank.", &["catamarans -> ferries"]),
    ("irregular plurals", "write,avoid\nchild,kid", "The kids left.", &["kids -> children"]),
    (
        "irregular verbs",
        "write,avoid\nrun,sprint",
        "He sprinted off and sprints still.",
        &["sprinted -> ran", "sprints -> runs"],
    ),
    ("participles", "write,avoid,inflect\ntake,nick,verb", "He had nicked it.", &["nicked -> taken"]),
    (
        "verb phrases",
        "write,avoid\nfind,track down",
        "They tracked down both, tracking down more.",
        &["tracked down -> found", "tracking down -> finding"],
    ),
    ("both in one form", "write,avoid\nstocks,inventories", "Their inventories fell.", &["inventories -> stocks"]),
    ("nothing inflected", "write,avoid,inflect\nferry,catamaran,none", "Two catamarans sank.", &[]),
    (
        "possessives",
        "write,avoid\nferry,catamaran",
        "The catamaran’s bow, the catamarans’ bows.",
        &["catamaran -> ferry", "catamarans -> ferries"],
    ),
    ("possessives of children", "write,avoid\nchild,kid", "The kids’ toys.", &["kids’ -> children’s"]),
    ("possessives of names", "write,avoid,kind\nKyiv,Kiev,place", "Kiev's mayor.", &["Kiev -> Kyiv"]),
    (
        "compounds end in the head",
        "write,avoid\nasylum seeker,bogus refugee",
        "Bogus refugees came.",
        &["Bogus refugees -> Asylum seekers"],
    ),
    (
        "the head before a preposition",
        "write,avoid\nhead of state,chief of state",
        "Two chiefs of state met.",
        &["chiefs of state -> heads of state"],
    ),
    // The first mention.
    (
        "the first mention takes its own form",
        "write,avoid,first\nHFA,ferry executive,Harbour Ferries Authority",
        "The ferry executive met. A quay of the ferry executive burned.",
        &["ferry executive -> Harbour Ferries Authority", "ferry executive -> HFA"],
    ),
    (
        "once it has been made it is made",
        "write,avoid,first\nHFA,ferry executive,Harbour Ferries Authority",
        "The Harbour Ferries Authority met. A quay of the ferry executive burned.",
        &["ferry executive -> HFA"],
    ),
    // Articles.
    ("the article follows", "write,avoid\ncar,automobile", "He saw an automobile.", &["an automobile -> a car"]),
    ("the article follows at the start", "write,avoid\naircraft,plane", "A plane fell.", &["A plane -> An aircraft"]),
    (
        "the article repair stays within its clause",
        "write,avoid\nEU man,boss",
        "It was plan A, boss. A (boss) spoke.",
        &["boss -> EU man", "boss -> EU man"],
    ),
    // Capitals of the form.
    (
        "a form in capitals is no verb",
        "write,avoid\nIslamic State,IS",
        "He's here; they were there. He was IS’s man. IS fell.",
        &["IS -> Islamic State", "IS -> Islamic State"],
    ),
    (
        "a form in capitals is found in capitals",
        "write,avoid\nUnited States,US",
        "The US told us. TELL US MORE",
        &["US -> United States"],
    ),
    (
        "plurals of abbreviations",
        "write,avoid\nEU body,NGO|UK NGO",
        "NGOs and UK NGOs met an ngo.",
        &["NGOs -> EU bodies", "UK NGOs -> EU bodies"],
    ),
    ("any case of a form in capitals", "write,avoid,case\nEU body,NGO,any", "An ngo met.", &["ngo -> EU body"]),
    // Addresses.
    (
        "addresses are no prose",
        "write,avoid\nuser,client",
        "A client at https://x.org/client?client=1, client@x.org, @client, #client, /home/client/x.txt and the-client.org.",
        &["client -> user"],
    ),
    // Verbs.
    (
        "verbs that are forms of others",
        "write,avoid,inflect\nestablish,found,verb",
        "She founded it. He finds it.",
        &["founded -> established"],
    ),
    (
        "a verb alone is that verb",
        "write,avoid\ncut down,fell",
        "They felled it and he falls.",
        &["felled -> cut down"],
    ),
    (
        "verbs that are nouns too",
        "write,avoid\nabandon,give up on\nstop,pull the plug on",
        "He gave up on it. She is pulling the plug on it.",
        &["gave up on -> abandoned", "pulling the plug on -> stopping"],
    ),
    (
        "short forms of be",
        "write,avoid\n<be> detained,<be> pinned",
        "They’re pinned. I'm pinned. He's pinned.",
        &["They’re pinned -> They’re detained", "I'm pinned -> I'm detained", "'s pinned -> 's detained"],
    ),
    // Conditions.
    (
        "conditions are found in every form",
        "write,avoid,unless,when\nforeigner,alien,movie,\nbed,cot,,next:stand",
        "The alien movies ran. The alien left. The cot stood. The cot fell.",
        &["alien -> foreigner", "cot -> bed"],
    ),
    // Hyphen, space and closed forms.
    (
        "hyphen finds space",
        "write,avoid\nemail,e-mail",
        "An e mail came. Two e-mails came.",
        &["e mail -> email", "e-mails -> emails"],
    ),
    ("the printed form is left alone", "write,avoid\nemail,e-mail", "Email came. Two emails came. EMAILS CAME.", &[]),
    (
        "closed finds open and hyphen",
        "write,avoid\ne-mail,email",
        "An email came. Two emails, an e mail came.",
        &["email -> e-mail", "emails -> e-mails", "e mail -> e-mail"],
    ),
    (
        "the hyphen printed is left alone",
        "write,avoid\ne-mail,email",
        "E-mail came. Two e-mails came. TWO E-MAILS CAME.",
        &[],
    ),
    (
        "open form printed",
        "write,avoid\nhealth care,healthcare",
        "Healthcare is dear. Health care is dear. Health-care is.",
        &["Healthcare -> Health care", "Health-care -> Health care"],
    ),
    (
        "three joints from one row",
        "write,avoid\npolicymaker,policy-maker",
        "Policy makers and policy-makers met policymakers.",
        &["Policy makers -> Policymakers", "policy-makers -> policymakers"],
    ),
    // Case.
    ("sentence start", "write,avoid\nferry,catamaran", "Catamarans sank.", &["Catamarans -> Ferries"]),
    (
        "headline in capitals",
        "write,avoid\nferry,catamaran",
        "CATAMARAN SINKS OFF ADEN\n\nIt sank at noon.",
        &["CATAMARAN -> FERRY"],
    ),
    (
        "headline in title case",
        "write,avoid\nferry service,boat line",
        "New Boat Line Opens in Aden\n\nIt opened at noon.",
        &["Boat Line -> Ferry Service"],
    ),
    (
        "as-is is printed as it is",
        "write,avoid,case\niPhone,I-Phone,as-is",
        "I-Phones cost more. An i-phone rang.",
        &["I-Phones -> iPhones", "i-phone -> iPhone"],
    ),
    (
        "exact finds its own case only",
        "write,avoid,case\nthe United States,US,exact",
        "He told us of the US.",
        &["US -> United States"],
    ),
    (
        "exact is silent in a line of capitals",
        "write,avoid,case\nthe United States,US,exact",
        "HE TOLD US OF IT\n\nHe told us at noon.",
        &[],
    ),
    (
        "exact capitals at a sentence start",
        "write,avoid,case\ngovernment,Government,exact",
        "Government sources left. The Government left.",
        &["Government -> government"],
    ),
    (
        "exact capitals in a headline",
        "write,avoid,case\ngovernment,Government,exact",
        "Old Government Falls\n\nThe Government fell.",
        &["Government -> government"],
    ),
    (
        "names keep their capitals",
        "write,avoid,kind\nal-Qaida,al-Qaeda,body",
        "Al-Qaeda left al-Qaeda.",
        &["Al-Qaeda -> Al-Qaida", "al-Qaeda -> al-Qaida"],
    ),
    (
        "names in capitals",
        "write,avoid,kind\nKyiv,Kiev,place",
        "KIEV WAITS FOR SNOW\n\nIt fell at noon.",
        &["KIEV -> KYIV"],
    ),
    // Several forms.
    ("several allowed forms", "write,avoid\nferry|ship,catamaran", "A catamaran sank.", &["catamaran -> ferry | ship"]),
    ("an allowed form is left alone", "write,avoid\nferry|ship,catamaran", "A ferry and a ship sank.", &[]),
    (
        "several forms to avoid",
        "write,avoid\nferry,catamaran|hydrofoil",
        "A hydrofoil and a catamaran sank.",
        &["hydrofoil -> ferry", "catamaran -> ferry"],
    ),
    // Which row speaks.
    (
        "the longest wins",
        "write,avoid\nboat,dinghy\nlifeboat,rescue dinghy",
        "A rescue dinghy came.",
        &["rescue dinghy -> lifeboat"],
    ),
    (
        "not inside another term",
        "write,avoid,kind\nlender,bank,\nWorld Bank,WB,body",
        "The World Bank helped a bank.",
        &["bank -> lender"],
    ),
    (
        "not inside a longer name",
        "write,avoid,kind\nKyiv,Kiev,place\nDynamo Kiev,Dinamo Kiev,body",
        "Dynamo Kiev won in Kiev.",
        &["Kiev -> Kyiv"],
    ),
    (
        "a keep row keeps",
        "write,avoid,kind\nKyiv,Kiev,place\nchicken Kiev,,keep",
        "Chicken Kiev and chicken Kiev are served in Kiev.",
        &["Kiev -> Kyiv"],
    ),
    ("words, not parts of words", "write,avoid\nlender,bank", "Banking is hard.", &[]),
    ("not across punctuation", "write,avoid\nlifeboat,rescue dinghy", "They went to the rescue, dinghy and all.", &[]),
    // Quotations and conditions.
    (
        "quotations are a choice, and found",
        "write,avoid\nferry,catamaran",
        "“A catamaran sank,” he said.",
        &["catamaran -> ferry"],
    ),
    (
        "needs quote keeps out of quotations",
        "write,avoid,needs\nferry,catamaran,quote",
        "“A catamaran sank,” he said of the catamaran.",
        &["catamaran -> ferry"],
    ),
    (
        "when and unless",
        "write,avoid,when,unless\nshore,bank,river|lake,account",
        "The bank was wet. The river bank was wet. The bank of the lake had an account.",
        &["bank -> shore"],
    ),
    (
        "a surname alone",
        "write,avoid,kind\nVolodymyr Zelenskyy,Vladimir Zelensky|Zelensky,person",
        "Zelensky left.",
        &["Zelensky -> Zelenskyy"],
    ),
    (
        "drafts and archived rows are silent",
        "write,avoid,status\nferry,catamaran,draft\nship,hydrofoil,archived",
        "A catamaran and a hydrofoil sank.",
        &[],
    ),
];

fn found(house: &str, text: &str) -> Vec<String> {
    let mut entries = packs::built_in().entries;
    entries.retain(|entry| entry.kind == copydesk::glossary::entry::Kind::Keep);
    entries.extend(read::read("house.csv", house.as_bytes(), 1).expect("a glossary").entries);
    let glossary = Glossary::of(entries);
    assert!(glossary.problems.is_empty(), "{:?}", glossary.problems);
    let only = ["forbidden-term", "house-name"].map(str::to_owned).to_vec();
    let (input, _) = Input::read("story.txt", text.as_bytes()).expect("text");
    let report = check::check(vec![input], &glossary, &Settings { only, ..Settings::default() });
    let becomes = |finding: &copydesk::rule::Finding| {
        let forms: Vec<&str> = finding.fixes.iter().map(|fix| fix.text.as_str()).collect();
        format!("{} -> {}", finding.place.text(), forms.join(" | "))
    };
    report.findings().map(becomes).collect()
}

#[test]
fn what_stands_as_the_house_prints_it_is_confirmed_when_asked() {
    let house = "write,avoid,kind,until\nKyiv,Kiev,place,\nLviv,Lwów,place,2019-12-31\nAna Vale,Anna Wale,person,\n\
                 state department,foreign ministry,,\nharbour pilot,port guide,,\n,Reported by,leftover,\n";
    let text = "State department aides saw Ana Vale in KYIV. Vale's aides left Kiev for Lviv; kyiv slept. Harbour pilots did not.";
    let glossary = Glossary::of(read::read("house.csv", house.as_bytes(), 1).expect("a glossary").entries);
    let confirmed = |confirm: bool| -> Vec<String> {
        let (input, _) = Input::read("story.txt", text.as_bytes()).expect("text");
        let day = copydesk::text::day::Day::parse("2026-11-25");
        let report = check::check(vec![input], &glossary, &Settings { confirm, day, ..Settings::default() });
        assert_ne!(report.gravest(), None, "Kiev is a finding all the same");
        report.confirmed().map(|one| format!("{} {}", one.place.text(), one.evidence)).collect()
    };
    let expected = [
        "State department house.csv:5",
        "Ana Vale house.csv:4",
        "KYIV house.csv:2",
        "Vale house.csv:4",
        "Harbour pilots house.csv:6",
    ];
    assert_eq!(confirmed(true), expected);
    assert_eq!(confirmed(false), [""; 0]);
}

#[test]
fn a_finding_has_the_level_of_its_row() {
    let house = "write,avoid,kind,level\na,first thing,phrase,hint\nb,second thing,phrase,warning\nc,third thing,phrase,error\n\
                 d,fourth thing,phrase,off\ne,fifth thing,term,error\nf,sixth thing,term,hint\n";
    let glossary = Glossary::of(read::read("house.csv", house.as_bytes(), 1).expect("a glossary").entries);
    let text = "First thing, second thing, third thing, fourth thing, fifth thing, sixth thing.";
    let (input, _) = Input::read("story.txt", text.as_bytes()).expect("text");
    let report = check::check(vec![input], &glossary, &Settings::default());
    let levels: Vec<&str> = report.findings().map(|finding| finding.level.name()).collect();
    assert_eq!(levels, ["hint", "warning", "error", "error", "hint"]);
}

#[test]
fn name_rules_do_not_contradict_the_house() {
    let house =
        "write,avoid,kind\nSão Paulo,Sao Paulo,place\nCôte d’Ivoire,Ivory Coast,place\nal-Qaeda,al-Qaida,body\n";
    let glossary = Glossary::of(read::read("house.csv", house.as_bytes(), 1).expect("a glossary").entries);
    let text = "He left Sao Paulo. He likes São Paulo. Cote d'Ivoire lost, and Côte d'Ivoire won, and Côte d'Ivoire left. \
                Al-Qaeda struck. The men left al-Qaeda. Al-Qaeda won.";
    let (input, _) = Input::read("story.txt", text.as_bytes()).expect("text");
    let only = ["house-name", "name-variant", "name-lookalike"].map(str::to_owned).to_vec();
    let report = check::check(vec![input], &glossary, &Settings { only, ..Settings::default() });
    let told: Vec<String> =
        report.findings().map(|finding| format!("{} -> {}", finding.place.text(), finding.fixes[0].text)).collect();
    assert_eq!(told, ["Sao Paulo -> São Paulo", "Cote -> Côte"]);
}

#[test]
fn every_row_does_what_a_desk_expects() {
    let mut faults = Vec::new();
    for (what, house, text, wanted) in CASES {
        let found = found(house, text);
        if found != *wanted {
            faults.push(format!("{what}: {text}\n  wanted {wanted:?}\n  found  {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), CASES.len(), faults.join("\n"));
}
