//! Using a prompt: the brief becomes a revision, the template version never changes again, and the text gets a name.

use super::PromptName;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::import::PromptVersionName;
use crate::view::prompt::{PromptChoice, PromptView, RenderedPrompt};
use circletake_domain::id::{BriefId, TemplateId};
use circletake_domain::prompt::{BUILT_IN_TEMPLATE_ID, Template};
use circletake_store::{StoreError, StoredVersionText};

impl OpenLibrary {
    /// Renders a template version for a brief and keeps the prompt under a name that attempts can carry.
    pub async fn use_prompt(
        &self,
        template: &TemplateId,
        number: u32,
        brief: &BriefId,
    ) -> Result<PromptView, AppError> {
        let version = self.store().template_version(template, number).await?;
        let parsed = Template::parse(&version.body)?;
        let exclusions = self.exclusions().await?;
        let mut write = self.store().write().await?;
        let made = write.make_brief_revision(brief, self.now()).await?;
        made.map_err(AppError::Brief)?;
        let written = write.brief_as_revised(brief).await?;
        let text = parsed.render(&written, &exclusions)?;
        let kept = write.keep_prompt(template, number, brief, &text, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.changed(Change::Prompts);
        Ok(PromptView {
            id: kept.id,
            version: kept.version,
            text,
            brief_id: brief.clone(),
            brief_revision: self.store().brief(brief).await?.revision,
        })
    }

    /// As [`OpenLibrary::use_prompt`], for a template as somebody types it: `tpl_hook`, `tpl_hook@2`, or the built-in one.
    pub async fn keep_named_prompt(&self, template: Option<&str>, brief: &BriefId) -> Result<PromptView, AppError> {
        let (id, version) = self.named_version(template).await?;
        self.use_prompt(&id, version.number, brief).await
    }

    /// The template version that somebody means by `tpl_hook@2`, or by `tpl_hook`: its latest.
    pub async fn prompt_version_named(&self, typed: &str) -> Result<PromptVersionName, AppError> {
        let (template_id, version) = self.named_version(Some(typed)).await?;
        Ok(PromptVersionName {
            template_id,
            number: version.number,
        })
    }

    /// What a template, or a text in place of one, reads for a brief as it is written now. Nothing is kept.
    pub async fn render_prompt(
        &self,
        template: Option<&str>,
        text: Option<&str>,
        brief: &BriefId,
    ) -> Result<RenderedPrompt, AppError> {
        let (template, body) = if let Some(text) = text {
            (None, text.to_owned())
        } else {
            let (id, version) = self.named_version(template).await?;
            (Some((id, version.number)), version.body)
        };
        let written = self.brief_json(brief, None).await?;
        let rendered = Template::parse(&body)?.render(&written, &self.exclusions().await?)?;
        let (template_id, template_version) = template.unzip();
        Ok(RenderedPrompt {
            template_id,
            template_version,
            brief_id: brief.clone(),
            unused: self.read_template(&body, Some(brief)).await?.unused,
            text: rendered,
        })
    }

    async fn named_version(&self, typed: Option<&str>) -> Result<(TemplateId, StoredVersionText), AppError> {
        let typed = typed.unwrap_or(BUILT_IN_TEMPLATE_ID);
        let wanted = match self.find_prompt(&PromptName(typed.to_owned())).await? {
            PromptChoice::Version { template_id, number } => (template_id, Some(number)),
            PromptChoice::Template { template_id } => (template_id, None),
            PromptChoice::Named { .. } => {
                return Err(StoreError::NotFound {
                    what: "template",
                    id: typed.to_owned(),
                }
                .into());
            }
        };
        let template = self.store().template(&wanted.0).await?;
        let mut versions = template.versions.into_iter();
        let found = versions.find(|version| wanted.1.is_none_or(|number| version.number == number));
        let found = found.ok_or_else(|| StoreError::NotFound {
            what: "template version",
            id: typed.to_owned(),
        })?;
        Ok((wanted.0, found))
    }
}
