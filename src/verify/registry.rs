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
}

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
                forms.push(Form { name: name::Name::parse(form), bare: bare(words.clone()), words, entity, role });
            }
        }
        forms.retain(|it| !it.words.is_empty());
        // The longest name wins: "Russian Chief of General Staff" before "Russian".
        forms.sort_by(|one, other| {
            other.words.len().cmp(&one.words.len()).then(one.words.cmp(&other.words)).then(one.entity.cmp(&other.entity))
        });
        Self { entities: words.entities.clone(), forms }
    }

    /// The entity at `index`.
    pub(super) fn entity(&self, index: usize) -> Option<&Entity> {
        self.entities.get(index)
    }

    /// The entity that `name` stands for: by a name, an office, or as a person of that name.
    pub(super) fn resolve(&self, text: &str) -> Option<usize> {
        let words = bare(split(text));
        let exact = self.forms.iter().find(|it| it.bare == words);
        if let Some(form) = exact {
            return Some(form.entity);
        }
        // "Ukraine's top military commander Oleksandr Syrsky": an office with its holder.
        let ends = self.forms.iter().filter(|it| it.words.len() > 1 && !it.role).find(|it| words.ends_with(&it.words));
        if let Some(form) = ends {
            return Some(form.entity);
        }
        let asked = name::Name::parse(text);
        let person = |it: &&Form| !it.role && it.name.agrees(&asked);
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
            let found = self.forms.iter().find_map(|it| Some((it.entity, matches(sense, at, &it.words)?)));
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

/// The end of the form that begins at `at`.
fn matches(sense: &Sense<'_>, at: usize, words: &[String]) -> Option<usize> {
    let mut token = at;
    for word in words {
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
