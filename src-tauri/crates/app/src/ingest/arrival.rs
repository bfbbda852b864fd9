//! What is said of all the clips of one import, the prompt that made them, and the attempts that wait for them.

use super::awaited::{AwaitedClip, AwaitedClips};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::import::{IngestOptions, PromptVersionName};
use circletake_domain::id::PromptId;
use circletake_domain::money::{Amount, CostBasis};
use circletake_store::{PromptReference, StoreError};
use std::path::Path;
use tokio::sync::OnceCell;

/// What is said of all the clips that come in together.
pub(super) struct Arrival<'a> {
    pub(super) options: &'a IngestOptions,
    /// Kept with the first clip that is new, so that an import that brings nothing uses no prompt.
    prompt: OnceCell<PromptReference>,
    awaited: AwaitedClips,
}

impl Arrival<'_> {
    /// The attempt that this file is the clip of.
    pub(super) fn awaited(&self, path: &Path) -> Option<&AwaitedClip> {
        self.awaited.by(path)
    }
}

impl OpenLibrary {
    /// What is said of the clips, looked at before the first of them comes in.
    pub(super) async fn arrival<'a>(&self, options: &'a IngestOptions) -> Result<Arrival<'a>, AppError> {
        if let Some(PromptVersionName { template_id, number }) = &options.prompt {
            self.store().template_version(template_id, *number).await?;
        }
        if let Some(cost) = &options.cost {
            let refuse = |problem: &str| AppError::Invalid {
                field: "cost of a clip",
                problem: problem.to_owned(),
            };
            if cost.amount < Amount::ZERO {
                return Err(refuse("it is 0 or more"));
            }
            if cost.basis == CostBasis::Estimated {
                return Err(refuse(
                    "a clip that is there was billed, reported or assumed; an estimate is a plan's",
                ));
            }
        }
        Ok(Arrival {
            options,
            prompt: OnceCell::new(),
            awaited: self.awaited_clips(&options.brief_id).await?,
        })
    }

    /// The prompt that made the clips, where the version of its template is known: the text it reads for their brief where that is whole,
    /// else only the version's name.
    pub(super) async fn prompt_of(&self, arrival: &Arrival<'_>) -> Result<Option<PromptReference>, AppError> {
        let Some(version) = &arrival.options.prompt else {
            return Ok(None);
        };
        let kept = arrival
            .prompt
            .get_or_try_init(|| self.kept_prompt(arrival.options, version));
        kept.await.cloned().map(Some)
    }

    async fn kept_prompt(
        &self,
        options: &IngestOptions,
        version: &PromptVersionName,
    ) -> Result<PromptReference, AppError> {
        let PromptVersionName { template_id, number } = version;
        let template = Some((template_id.clone(), *number));
        match self.use_prompt(template_id, *number, &options.brief_id).await {
            Ok(prompt) => Ok(PromptReference {
                id: prompt.id,
                version: prompt.version,
                body: Some(prompt.text),
                template,
            }),
            // A brief that nobody wrote yet, or that leaves a placeholder open: what was sent is not known, but what it was made of is.
            Err(AppError::Template(_) | AppError::Brief(_) | AppError::Store(StoreError::NotFound { .. })) => {
                let id = PromptId::new(template_id.as_str()).map_err(|error| AppError::Invalid {
                    field: "prompt",
                    problem: error.to_string(),
                })?;
                Ok(PromptReference {
                    id,
                    version: number.to_string(),
                    body: None,
                    template,
                })
            }
            Err(error) => Err(error),
        }
    }
}
