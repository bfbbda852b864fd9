//! Two prompts held against each other: which is better, or that it is too early to tell.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report;
use crate::view::prompt::{ComparedPrompt, PromptChoice, PromptComparison, PromptNumbers, PromptVerdict};
use crate::word_difference::pieces;
use circletake_domain::id::{PromptId, TemplateId};
use circletake_domain::statistics::{Comparison, Tries, Verdict};
use circletake_store::{PromptSet, StoreError};

/// A prompt as somebody types it: `tpl_hook@2`, `tpl_hook`, `pr_00007`, `pr_00007@v3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptName(pub String);

impl OpenLibrary {
    /// Two prompts by their numbers and their words.
    pub async fn compare_prompts(&self, a: &PromptChoice, b: &PromptChoice) -> Result<PromptComparison, AppError> {
        let (a, b) = (set(a), set(b));
        let (one, other) = (self.prompt_numbers(&a).await?, self.prompt_numbers(&b).await?);
        let comparison = Comparison::of(tries(&one)?, tries(&other)?);
        let texts = (self.store().prompt_text(&a).await?, self.store().prompt_text(&b).await?);
        Ok(PromptComparison {
            b_beats_a: report::share(comparison.b_beats_a).unwrap_or_default(),
            verdict: match comparison.verdict() {
                Verdict::AIsBetter => PromptVerdict::AIsBetter,
                Verdict::BIsBetter => PromptVerdict::BIsBetter,
                Verdict::TooEarlyToTell => PromptVerdict::TooEarlyToTell,
            },
            words: match texts {
                (Some(a), Some(b)) => Some(pieces(&a, &b)),
                _ => None,
            },
            a: ComparedPrompt {
                name: name(&a),
                numbers: one,
            },
            b: ComparedPrompt {
                name: name(&b),
                numbers: other,
            },
        })
    }

    /// What somebody means by a name: a template or a version of it first, else what logs call a prompt.
    pub async fn find_prompt(&self, typed: &PromptName) -> Result<PromptChoice, AppError> {
        let typed = typed.0.trim();
        if let Ok(template_id) = TemplateId::new(typed)
            && found(self.store().template(&template_id).await)?.is_some()
        {
            return Ok(PromptChoice::Template { template_id });
        }
        if let Some((before, number)) = typed.rsplit_once('@')
            && let Ok(template_id) = TemplateId::new(before)
            && let Some(template) = found(self.store().template(&template_id).await)?
        {
            let number = number.strip_prefix(['v', 'V']).unwrap_or(number);
            let version = template
                .versions
                .iter()
                .find(|version| version.number.to_string() == number);
            let version = version.ok_or_else(|| StoreError::NotFound {
                what: "template version",
                id: typed.to_owned(),
            })?;
            return Ok(PromptChoice::Version {
                template_id,
                number: version.number,
            });
        }
        let prompt = |id: &str, version: Option<&str>| {
            PromptId::new(id).map(|prompt_id| PromptChoice::Named {
                prompt_id,
                version: version.map(ToOwned::to_owned),
            })
        };
        let unreadable = |error: &dyn std::fmt::Display| AppError::Invalid {
            field: "prompt",
            problem: error.to_string(),
        };
        let whole = prompt(typed, None).map_err(|error| unreadable(&error))?;
        if found(self.store().prompt_sums(&set(&whole)).await)?.is_some() {
            return Ok(whole);
        }
        match typed.rsplit_once('@') {
            Some((id, version)) => prompt(id, Some(version)).map_err(|error| unreadable(&error)),
            None => Ok(whole),
        }
    }
}

/// What is there; nothing of that name is no error here.
fn found<T>(asked: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match asked {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn set(choice: &PromptChoice) -> PromptSet {
    match choice {
        PromptChoice::Version { template_id, number } => PromptSet::Version(template_id.clone(), *number),
        PromptChoice::Template { template_id } => PromptSet::Template(template_id.clone()),
        PromptChoice::Named { prompt_id, version } => PromptSet::Named(prompt_id.clone(), version.clone()),
    }
}

fn name(set: &PromptSet) -> String {
    match set {
        PromptSet::Version(template, number) => format!("{template}@{number}"),
        PromptSet::Template(template) => template.to_string(),
        PromptSet::Named(prompt, None) => prompt.to_string(),
        PromptSet::Named(prompt, Some(version)) => format!("{prompt}@{version}"),
    }
}

fn tries(numbers: &PromptNumbers) -> Result<Tries, AppError> {
    Tries::new(numbers.usable.into(), numbers.total.into()).map_err(|error| AppError::Invalid {
        field: "usable",
        problem: error.to_string(),
    })
}
