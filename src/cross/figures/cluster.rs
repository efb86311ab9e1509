//! Figures joined by their conflicts, to be told together.

use std::collections::BTreeMap;

use super::across::{At, Rivals};

/// Figures joined by their conflicts.
#[derive(Default)]
pub(super) struct Clusters {
    /// The cluster of each figure.
    of: BTreeMap<At, usize>,
    members: Vec<Vec<Rivals>>,
}

impl Clusters {
    pub(super) fn join(&mut self, rivals: Rivals) {
        let (one, other) = (self.of.get(&rivals.0).copied(), self.of.get(&rivals.1).copied());
        let into = match (one, other) {
            (Some(one), Some(other)) if one != other => {
                let moved = std::mem::take(&mut self.members[other]);
                for it in &moved {
                    self.of.insert(it.0, one);
                    self.of.insert(it.1, one);
                }
                self.members[one].extend(moved);
                one
            }
            (Some(it), _) | (_, Some(it)) => it,
            (None, None) => {
                self.members.push(Vec::new());
                self.members.len() - 1
            }
        };
        self.of.insert(rivals.0, into);
        self.of.insert(rivals.1, into);
        self.members[into].push(rivals);
    }

    pub(super) fn groups(self) -> Vec<Vec<Rivals>> {
        self.members.into_iter().filter(|it| !it.is_empty()).collect()
    }
}
