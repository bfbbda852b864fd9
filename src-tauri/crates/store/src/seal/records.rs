//! Which tables hold records, and what people call a row of each. A table that is not among them holds what follows from these, or is
//! sealed by a chain of its own; the tests of this module say for each which of the two, and fail for a table that is neither.

/// A table whose every row is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Records {
    pub(crate) table: &'static str,
    /// A row of it, in people's words.
    pub(crate) what: &'static str,
    /// What people call the row `t`, in SQL; NULL where they call it nothing.
    pub(crate) called: &'static str,
}

const fn records(table: &'static str, what: &'static str, called: &'static str) -> Records {
    Records { table, what, called }
}

const OF_GENERATION: &str = "(SELECT 'of ' || g.id FROM generations g WHERE g.key = t.generation_key)";
const OF_CLIP: &str =
    "(SELECT 'of ' || g.id || ' v' || c.version FROM clip_versions c JOIN generations g ON g.key = c.generation_key
    WHERE c.key = t.clip_key)";
const OF_BRIEF: &str = "(SELECT 'of ' || b.id FROM briefs b WHERE b.key = t.brief_key)";
const OF_PILOT: &str = "(SELECT 'of ' || p.id FROM pilots p WHERE p.key = t.pilot_key)";

pub(crate) const RECORDS: [Records; 35] = [
    records("library", "library", "t.name"),
    records("devices", "computer", "t.host"),
    records("settings", "setting", "t.name"),
    records("people", "person", "t.id"),
    records("pilots", "pilot", "t.id"),
    records("pilot_standards", "standard", OF_PILOT),
    records("plans", "plan", OF_PILOT),
    records("briefs", "brief", "t.id"),
    records("brief_revisions", "revision", OF_BRIEF),
    records("brief_judges", "reviewer", OF_BRIEF),
    records("prompt_templates", "prompt template", "t.id"),
    records(
        "prompt_template_versions",
        "prompt template version",
        "(SELECT p.id || '@' || t.number FROM prompt_templates p WHERE p.key = t.template_key)",
    ),
    records("prompts", "prompt", "t.id || '@' || t.version"),
    records("models", "model", "t.name"),
    records("price_entries", "price", "'of ' || t.model"),
    records(
        "price_entry_withdrawals",
        "withdrawal of a price",
        "(SELECT 'of ' || e.model FROM price_entries e WHERE e.key = t.entry_key)",
    ),
    records(
        "exchange_rates",
        "exchange rate",
        "'from ' || t.from_currency || ' to ' || t.to_currency",
    ),
    records("imports", "import", "'of ' || t.source"),
    records("generations", "generation", "t.id"),
    records("files", "record of the file", "t.path"),
    records(
        "clip_versions",
        "clip",
        "(SELECT g.id || ' v' || t.version FROM generations g WHERE g.key = t.generation_key)",
    ),
    records("clip_flags", "flag", OF_CLIP),
    records("good_parts", "good part", OF_CLIP),
    records("seen_frames", "watched share", OF_CLIP),
    records("time_entries", "time entry", OF_GENERATION),
    records("notes", "note", OF_CLIP),
    records(
        "note_revisions",
        "earlier wording of a note",
        "(SELECT 'of ' || g.id || ' v' || c.version FROM notes n JOIN clip_versions c ON c.key = n.clip_key
          JOIN generations g ON g.key = c.generation_key WHERE n.key = t.note_key)",
    ),
    records("pair_judgements", "comparison of two takes", OF_BRIEF),
    records("gate_rules", "gate rule", "t.gate"),
    records("checklist_items", "checklist item", "'of ' || t.brand"),
    records("gates", "gate", OF_GENERATION),
    records("overhead_costs", "overhead cost", "t.what"),
    records("advice_aside", "advice put aside", "t.advice"),
    records("counters", "count of numbers given", "t.name"),
    // What excuses an answer at a gate from carrying a seal of its own.
    records("unsealed", "row from before seals", "t.sealed"),
];
