//! Who is who: the names of the workspace's registry, found in claims and in passages.

use crate::claim::{Entity, Words};
use crate::language::name;

use super::sense::Sense;

/// The entities of a workspace with all their names.
#[derive(Debug, Default)]
pub(super) struct Registry {
    entities: Vec<Entity>,
    forms: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    /// As a person's name.
    name: name::Name,
    words: Vec<String>,
    /// The words without a leading article.
    bare: Vec<String>,
    entity: usize,
    /// Whether it is an office or a description.
    role: bool,
    /// The form as written, where no other spelling is it: "US" is not "us".
    exact: Option<Box<str>>,
}

/// Names that everybody knows by others too.
const NAMES: &str = include_str!("data/names.txt");

/// A stretch of tokens that names an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// The index of the entity.
    pub entity: usize,
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
}

impl Registry {
    pub(super) fn new(words: &Words) -> Self {
        let mut forms = Vec::new();
        for (entity, it) in words.entities.iter().enumerate() {
            let names = std::iter::once(&it.name).chain(&it.aliases).map(|it| (it, false));
            for (form, role) in names.chain(it.roles.iter().map(|it| (it, true))) {
                let words = split(form);
                forms.push(Form { name: name::Name::parse(form), bare: bare(words.clone()), words, entity, role, exact: None });
            }
        }
        let declared = forms.len();
        for (entity, known) in (words.entities.len()..).zip(known()) {
            let same = |it: &Form| known.aliases.iter().chain([&known.name]).any(|name| split(name) == it.words);
            if forms.iter().take(declared).any(same) {
                continue;
            }
            for form in std::iter::once(&known.name).chain(&known.aliases) {
                let words = split(form);
                let exact = Some(form.as_str().into());
                forms.push(Form { name: name::Name::parse(form), bare: bare(words.clone()), words, entity, role: false, exact });
            }
        }
        forms.retain(|it| !it.words.is_empty());
        // The longest name wins: "Russian Chief of General Staff" before "Russian".
        forms.sort_by(|one, other| {
            other.words.len().cmp(&one.words.len()).then(one.words.cmp(&other.words)).then(one.entity.cmp(&other.entity))
        });
        Self { entities: words.entities.clone(), forms }
    }

    /// The entity of the workspace at `index`; none where everybody knows it, who is called as the text calls it.
    pub(super) fn entity(&self, index: usize) -> Option<&Entity> {
        self.entities.get(index)
    }

    /// The entity that `name` stands for: by a name, an office, or as a person of that name.
    pub(super) fn resolve(&self, text: &str) -> Option<usize> {
        let words = bare(split(text));
        let exact = self.forms.iter().find(|it| it.bare == words && it.exact.as_deref().is_none_or(|it| text.contains(it)));
        if let Some(form) = exact {
            return Some(form.entity);
        }
        // "Ukraine's top military commander Oleksandr Syrsky": an office with its holder.
        let ends =
            self.forms.iter().filter(|it| it.words.len() > 1 && !it.role && it.exact.is_none()).find(|it| words.ends_with(&it.words));
        if let Some(form) = ends {
            return Some(form.entity);
        }
        let asked = name::Name::parse(text);
        let person = |it: &&Form| !it.role && it.exact.is_none() && it.name.agrees(&asked);
        let mut persons = self.forms.iter().filter(person).map(|it| it.entity).collect::<Vec<_>>();
        persons.sort_unstable();
        persons.dedup();
        // Two bearers of one family name: nobody is meant for certain.
        if let [only] = persons[..] { Some(only) } else { None }
    }

    /// The entities that `sense` names, in order of their place; a longer name hides those inside it.
    pub(super) fn mentions(&self, sense: &Sense<'_>) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < sense.text.tokens.len() {
            let found = self.forms.iter().find_map(|it| Some((it.entity, matches(sense, at, it)?)));
            if let Some((entity, end)) = found {
                mentions.push(Mention { entity, first: at, end });
                at = end;
            } else {
                at += 1;
            }
        }
        mentions
    }
}

/// The entities of the table of names.
fn known() -> impl Iterator<Item = Entity> {
    NAMES.lines().filter(|it| !it.starts_with('#') && !it.is_empty()).map(|line| {
        let mut forms = line.split('|').map(|it| it.trim().to_owned());
        Entity { name: forms.next().unwrap_or_default(), aliases: forms.collect(), ..Entity::default() }
    })
}

/// The end of the form that begins at `at`.
fn matches(sense: &Sense<'_>, at: usize, form: &Form) -> Option<usize> {
    let mut token = at;
    if let Some(exact) = &form.exact {
        let end = at + form.words.len();
        return (sense.lower(at) == form.words[0] && sense.wording(at, end) == &**exact).then_some(end);
    }
    for word in &form.words {
        let lower = sense.lower(token);
        if lower != word && !(sense.text.tokens.get(token)?.capital && name::same_word(lower, word)) {
            return None;
        }
        token += 1;
    }
    Some(token)
}

/// The words without a leading article.
fn bare(mut words: Vec<String>) -> Vec<String> {
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    words
}

/// The words of a name in small letters, its possessive a word of its own as the tokens have it.
fn split(text: &str) -> Vec<String> {
    let lexicon = crate::extract::lexicon();
    let text = crate::text::Text::new(text, lexicon);
    (0..text.tokens.len()).map(|it| text.word(it).to_lowercase().replace('’', "'")).collect()
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn a_short_form_that_everybody_knows_needs_no_declaration() {
        check(
            "The United States sent 40 divers to Lindvik, and the UN sent 12.",
            &["The US sent 40 divers", "The United Nations sent 12"],
            &["The UK sent 40 divers", "The EU sent 12"],
        );
        check("The harbour master sent us 40 divers.", &[], &["The United States got 40 divers"]);
    }
}
