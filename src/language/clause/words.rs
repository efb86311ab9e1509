//! Verbs and prepositions that are read in a way of their own.

/// Verbs that take a person and a thing: `gave the crew a medal`.
pub(super) fn ditransitive(verb: &str) -> bool {
    const VERBS: [&str; 20] = [
        "allow", "appoint", "ask", "award", "bring", "buy", "call", "charge", "cost", "elect", "give", "grant", "hand", "lend", "name",
        "offer", "pay", "send", "show", "tell",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object may turn out to be a whole clause.
pub(in crate::language) fn saying(verb: &str) -> bool {
    const VERBS: [&str; 34] = [
        "acknowledge",
        "add",
        "allege",
        "announce",
        "argue",
        "assert",
        "believe",
        "claim",
        "confirm",
        "declare",
        "deny",
        "estimate",
        "expect",
        "fear",
        "find",
        "hear",
        "hope",
        "insist",
        "know",
        "learn",
        "mean",
        "note",
        "predict",
        "report",
        "reveal",
        "say",
        "see",
        "show",
        "state",
        "suggest",
        "tell",
        "think",
        "understand",
        "warn",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object has done what follows their `for`: `blamed the crew for losing the boat`.
pub(super) fn answers_for(verb: &str) -> bool {
    const VERBS: [&str; 18] = [
        "arrest",
        "berate",
        "blame",
        "condemn",
        "convict",
        "criticise",
        "criticize",
        "expel",
        "fine",
        "honour",
        "jail",
        "praise",
        "punish",
        "rebuke",
        "scold",
        "sentence",
        "sue",
        "thank",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object does what the infinitive behind it tells: "told the crew to leave", and not "bought a crane to lift the boat".
pub(super) fn directs(verb: &str) -> bool {
    const VERBS: [&str; 80] = [
        "advise",
        "aid",
        "allege",
        "allow",
        "appoint",
        "ask",
        "assign",
        "assist",
        "authorise",
        "authorize",
        "believe",
        "cause",
        "challenge",
        "choose",
        "coax",
        "command",
        "compel",
        "consider",
        "convince",
        "dare",
        "deploy",
        "direct",
        "drive",
        "elect",
        "empower",
        "enable",
        "encourage",
        "estimate",
        "expect",
        "find",
        "forbid",
        "force",
        "get",
        "help",
        "hire",
        "implore",
        "incite",
        "induce",
        "inspire",
        "instruct",
        "intend",
        "invite",
        "know",
        "lead",
        "lobby",
        "motivate",
        "name",
        "need",
        "nominate",
        "oblige",
        "order",
        "pay",
        "permit",
        "persuade",
        "pick",
        "predict",
        "prefer",
        "press",
        "pressure",
        "prod",
        "project",
        "prompt",
        "push",
        "recruit",
        "remind",
        "request",
        "require",
        "see",
        "select",
        "send",
        "summon",
        "teach",
        "tell",
        "tempt",
        "train",
        "trust",
        "urge",
        "want",
        "warn",
        "wish",
    ];
    VERBS.binary_search(&verb).is_ok()
}

/// Nouns of what somebody means to do, which the infinitive behind them tells: `a plan to build homes`.
pub(super) fn is_aim(noun: &str) -> bool {
    const NOUNS: [&str; 18] = [
        "application",
        "attempt",
        "bid",
        "bill",
        "call",
        "deal",
        "effort",
        "law",
        "measure",
        "motion",
        "move",
        "offer",
        "petition",
        "plan",
        "proposal",
        "request",
        "scheme",
        "vote",
    ];
    NOUNS.binary_search(&noun).is_ok()
}

/// Verbs of what is done to plans: who rejects or drops a plan to build homes builds none.
pub(super) fn judges(verb: &str) -> bool {
    const VERBS: [&str; 31] = [
        "abandon",
        "approve",
        "back",
        "block",
        "cancel",
        "condemn",
        "criticise",
        "criticize",
        "defeat",
        "defy",
        "delay",
        "dismiss",
        "drop",
        "endorse",
        "fight",
        "oppose",
        "overturn",
        "postpone",
        "probe",
        "reject",
        "resist",
        "scrap",
        "shelve",
        "support",
        "suspend",
        "thwart",
        "turn_down",
        "veto",
        "vote_down",
        "welcome",
        "withdraw",
    ];
    VERBS.binary_search(&verb).is_ok()
}

/// Prepositions that also open clauses.
pub(in crate::language) fn conjunctive(preposition: &str) -> bool {
    matches!(preposition, "after" | "before" | "since" | "until" | "till" | "as" | "than" | "like" | "once" | "so")
}
