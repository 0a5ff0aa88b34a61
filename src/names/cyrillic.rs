//! What a Cyrillic word looks like: which ones are possible, and how likely one is as a name.

/// Whether a Cyrillic word can be one: signs stand after consonants, Bulgarian ь before о, й beside a vowel, ы not first.
pub(super) fn possible(word: &[char], language: &str) -> bool {
    let vowel = |c: char| matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'і' | 'ї' | 'є');
    let mut vowels = 0;
    for (n, c) in word.iter().enumerate() {
        let before = n.checked_sub(1).map(|n| word[n]);
        let after = word.get(n + 1).copied();
        vowels += vowel(*c) as usize;
        let good = match c {
            'ь' if language == "bg" => after == Some('о') && before.is_some_and(|c| !vowel(c)),
            'ь' => before.is_some_and(|c| !vowel(c) && !matches!(c, 'й' | 'ь' | 'ъ')),
            'ъ' if language == "bg" => !before.is_some_and(vowel) && !after.is_some_and(vowel) && after.is_some(),
            'ъ' => before.is_some_and(|c| !vowel(c)) && after.is_some_and(|c| matches!(c, 'е' | 'ё' | 'ю' | 'я')),
            '’' | '\'' => {
                before.is_some_and(|c| !vowel(c))
                    && after.is_some_and(|c| matches!(c, 'є' | 'е' | 'ё' | 'ю' | 'я' | 'ї'))
            }
            'й' => before.is_none_or(vowel) && (before.is_some() || after.is_some_and(|c| c == 'о')),
            'ў' => before.is_some_and(vowel) && !after.is_some_and(vowel),
            'ы' => before.is_some_and(|c| !vowel(c) && c != 'й'),
            _ => true,
        };
        if !good {
            return false;
        }
    }
    vowels > 0 || word.contains(&'ъ') || word.contains(&'р')
}

/// How unlikely a Cyrillic word is as a name; lower is likelier. Known endings count for it, rare letters and impossible pairs against.
pub(crate) fn awkwardness(word: &str, language: &str) -> i32 {
    let mut cost = match language {
        "ru" => 0,
        "uk" => 2,
        "be" => 3,
        "bg" => 4,
        _ => 5,
    };
    for ending in [
        "ский",
        "ская",
        "цкий",
        "цкая",
        "ов",
        "ова",
        "ев",
        "ева",
        "ин",
        "ина",
        "енко",
        "ич",
        "ко",
        "ук",
        "юк",
        "ський",
        "ська",
        "ський",
        "аў",
        "оў",
        "скі",
    ] {
        if word.ends_with(ending) {
            cost -= 3;
            break;
        }
    }
    for c in word.chars() {
        cost += match c {
            'э' | 'ы' | 'ъ' => 2,
            'ё' | 'ь' | 'щ' => 1,
            _ => 0,
        };
    }
    for bad in [
        "ыы", "йй", "ыи", "иы", "йы", "ыа", "жы", "шы", "йь", "ээ", "йе", "ыэ", "ыо", "ья", "йя", "цх", "кх", "йа",
        "тс", "иа", "сх", "зх",
    ] {
        if word.contains(bad) {
            cost += 3;
        }
    }
    if word.starts_with(['ы', 'ь', 'й', 'ъ']) {
        cost += 4;
    }
    cost
}
