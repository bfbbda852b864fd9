//! The price catalogue: what ships with the app, and what people added; and the one way from a request to a price.

use crate::day::Day;
use crate::prices::audio::Covers;
use crate::prices::entry::{EntryStatus, ListedEntry, Origin, PriceEntry};
use crate::prices::no_price::NoPrice;
use crate::prices::quote::Quote;
use crate::prices::request::{PriceRequest, When};
use crate::prices::resolution::Resolution;
use serde::Deserialize;
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

/// The data file, as it ships.
static SHIPPED: LazyLock<Result<Catalogue, String>> = LazyLock::new(|| {
    let file: CatalogueFile =
        serde_json::from_str(include_str!("../../data/price_catalogue.json")).map_err(|error| error.to_string())?;
    let entries = file.entries.into_iter().map(|entry| ListedEntry {
        uid: entry.shipped_uid(),
        origin: Origin::Shipped,
        replaces: None,
        added_at: None,
        entry,
    });
    Ok(Catalogue {
        as_of: Some(file.as_of),
        entries: entries.collect(),
    })
});

#[derive(Deserialize)]
struct CatalogueFile {
    as_of: Day,
    entries: Vec<PriceEntry>,
}

/// Prices to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// The day the shipped part was put together.
    pub as_of: Option<Day>,
    /// Every entry that counts.
    pub entries: Vec<ListedEntry>,
}

impl Catalogue {
    /// What came with the app.
    pub fn shipped() -> Self {
        // A file of ours that a test reads whole; a broken one would be an empty catalogue, and then nothing has a price.
        SHIPPED.clone().unwrap_or_default()
    }
    /// What came with the app, and what people of a library added to it. Theirs win: an entry takes the place of the one it names, and of
    /// older ones for just the same settings.
    pub fn with_own(own: Vec<ListedEntry>) -> Self {
        let mut catalogue = Self::shipped();
        let replaced: HashSet<_> = own.iter().filter_map(|entry| entry.replaces).collect();
        catalogue.entries.extend(own);
        catalogue.entries.retain(|entry| !replaced.contains(&entry.uid));
        catalogue
    }
    /// How many days old the shipped part is.
    pub fn age_on(&self, today: Day) -> Option<i64> {
        Some(today.days_since(self.as_of?).max(0))
    }

    /// What a request costs. Everything it says must be in an entry, and what it leaves open must not matter.
    pub fn quote(&self, request: &PriceRequest, when: When) -> Result<Quote, NoPrice> {
        self.entry_for(request, when)?.quote(request, when)
    }

    /// The one entry that prices a request.
    pub fn entry_for(&self, request: &PriceRequest, when: When) -> Result<&ListedEntry, NoPrice> {
        let mut fitting = self.of_model(request)?;
        narrow_to_resolution(&mut fitting, request)?;
        narrow_to_audio(&mut fitting, request)?;
        narrow_to_mode(&mut fitting, request)?;
        narrow_to_time(&mut fitting, request, when)?;
        prefer_own(&mut fitting);
        match fitting.as_slice() {
            [only] => Ok(only),
            several => Err(undecided(several, request)),
        }
    }

    fn of_model(&self, request: &PriceRequest) -> Result<Vec<&ListedEntry>, NoPrice> {
        let provider = request.provider.as_deref().map(str::trim);
        let entries: Vec<_> = self
            .entries
            .iter()
            .filter(|listed| listed.entry.is_of_model(&request.model))
            .filter(|listed| provider.is_none_or(|provider| listed.entry.provider.eq_ignore_ascii_case(provider)))
            .collect();
        if entries.is_empty() {
            return Err(NoPrice::UnknownModel {
                model: request.model.clone(),
                provider: request.provider.clone(),
            });
        }
        Ok(entries)
    }
}

fn narrow_to_resolution(fitting: &mut Vec<&ListedEntry>, request: &PriceRequest) -> Result<(), NoPrice> {
    let mut known: Vec<&Resolution> = fitting.iter().flat_map(|listed| &listed.entry.resolutions).collect();
    known.sort_by_key(|resolution| (resolution.lines(), resolution.as_str().len()));
    known.dedup();
    let known = known.iter().map(|known| known.as_str()).collect::<Vec<_>>().join(", ");
    let Some(asked) = &request.resolution else {
        fitting.retain(|listed| listed.entry.resolutions.is_empty());
        return if fitting.is_empty() {
            Err(not_said(request, "resolution", known))
        } else {
            Ok(())
        };
    };
    // An entry for just this resolution is nearer to the request than one for any.
    let exact = fitting.iter().any(|listed| listed.entry.resolutions.contains(asked));
    fitting
        .retain(|listed| listed.entry.resolutions.contains(asked) || (!exact && listed.entry.resolutions.is_empty()));
    or_unknown(fitting, request, format!("the resolution {asked}"), known)
}

fn narrow_to_audio(fitting: &mut Vec<&ListedEntry>, request: &PriceRequest) -> Result<(), NoPrice> {
    let known: BTreeSet<&str> = fitting.iter().map(|listed| listed.entry.audio.as_str()).collect();
    let known = known.into_iter().collect::<Vec<_>>().join(", ");
    let hangs_on_it = fitting
        .iter()
        .any(|listed| listed.entry.audio.covers(request.audio) == Covers::OnlyIfSaid);
    fitting.retain(|listed| listed.entry.audio.covers(request.audio) == Covers::Yes);
    if fitting.is_empty() && hangs_on_it {
        return Err(not_said(request, "audio", known));
    }
    let asked = if request.audio == Some(true) {
        "audio on"
    } else {
        "audio off"
    };
    or_unknown(fitting, request, asked.to_owned(), format!("audio {known}"))
}

fn narrow_to_mode(fitting: &mut Vec<&ListedEntry>, request: &PriceRequest) -> Result<(), NoPrice> {
    let known: BTreeSet<&str> = fitting
        .iter()
        .filter_map(|listed| listed.entry.mode.as_deref())
        .collect();
    let known = known.into_iter().collect::<Vec<_>>().join(", ");
    let asked = request.mode.as_deref().map(str::trim).filter(|mode| !mode.is_empty());
    fitting.retain(|listed| match (listed.entry.mode.as_deref(), asked) {
        (None, None) => true,
        (Some(mode), Some(asked)) => mode.eq_ignore_ascii_case(asked),
        _ => false,
    });
    match asked {
        None if fitting.is_empty() => Err(not_said(request, "mode", known)),
        None => Ok(()),
        Some(asked) => {
            let known = if known.is_empty() { "no mode".to_owned() } else { known };
            or_unknown(fitting, request, format!("the mode {asked}"), known)
        }
    }
}

fn narrow_to_time(fitting: &mut Vec<&ListedEntry>, request: &PriceRequest, when: When) -> Result<(), NoPrice> {
    let was: Option<&ListedEntry> = fitting.first().copied();
    let all_retired = fitting.iter().all(|listed| is_over(&listed.entry, when.day()));
    fitting.retain(|listed| holds(&listed.entry, when));
    match was {
        Some(was) if fitting.is_empty() => Err(match when {
            When::Planned(_) if all_retired => NoPrice::Retired {
                model: request.model.clone(),
                provider: was.entry.provider.clone(),
                since: was.entry.valid_to,
            },
            _ => NoPrice::NotValidThen {
                model: request.model.clone(),
                day: when.day(),
            },
        }),
        _ => Ok(()),
    }
}

fn is_over(entry: &PriceEntry, day: Day) -> bool {
    entry.status == EntryStatus::Retired || entry.valid_to.is_some_and(|last| last < day)
}

/// Whether an entry prices what is made then. What is retired without a known last day prices what was made until it was seen.
fn holds(entry: &PriceEntry, when: When) -> bool {
    let day = when.day();
    if entry.valid_from.is_some_and(|first| day < first) || entry.valid_to.is_some_and(|last| last < day) {
        return false;
    }
    match (entry.status, when) {
        (EntryStatus::Active | EntryStatus::Unknown, _) => true,
        (EntryStatus::Retired, When::Planned(_)) => false,
        (EntryStatus::Retired, When::Made(_)) => {
            entry.valid_to.is_some() || entry.as_of.earliest().is_some_and(|seen| day <= seen)
        }
    }
}

/// Theirs win; of several of theirs for the same settings, the latest.
fn prefer_own(fitting: &mut Vec<&ListedEntry>) {
    if fitting.iter().any(|listed| listed.origin != Origin::Shipped) {
        let own: Vec<&ListedEntry> = fitting
            .iter()
            .copied()
            .filter(|listed| listed.origin != Origin::Shipped)
            .collect();
        fitting.retain(|listed| {
            listed.origin != Origin::Shipped
                || !own
                    .iter()
                    .any(|mine| mine.entry.provider.eq_ignore_ascii_case(&listed.entry.provider))
        });
    }
    let newest = fitting.clone();
    fitting.retain(|listed| {
        !newest.iter().any(|other| {
            other.uid != listed.uid
                && listed.origin != Origin::Shipped
                && other.entry.covers_the_same(&listed.entry)
                && (other.added_at, other.uid) > (listed.added_at, listed.uid)
        })
    });
}

fn undecided(several: &[&ListedEntry], request: &PriceRequest) -> NoPrice {
    let providers: BTreeSet<&str> = several.iter().map(|listed| listed.entry.provider.as_str()).collect();
    if providers.len() > 1 {
        return not_said(
            request,
            "provider",
            providers.into_iter().collect::<Vec<_>>().join(", "),
        );
    }
    let entries: Vec<String> = several.iter().map(|listed| listed.entry.words()).collect();
    not_said(request, "entry", entries.join("; "))
}

fn not_said(request: &PriceRequest, field: &'static str, choices: String) -> NoPrice {
    NoPrice::NotSaid {
        model: request.model.clone(),
        field,
        choices,
    }
}

fn or_unknown(fitting: &[&ListedEntry], request: &PriceRequest, asked: String, known: String) -> Result<(), NoPrice> {
    if fitting.is_empty() {
        Err(NoPrice::UnknownCombination {
            model: request.model.clone(),
            asked,
            known,
        })
    } else {
        Ok(())
    }
}
