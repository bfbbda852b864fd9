//! Using a prompt: the brief becomes a revision, the template version never changes again, and the text gets a name.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::prompt::PromptView;
use circletake_domain::brief::Brief;
use circletake_domain::id::{BriefId, TemplateId};
use circletake_domain::prompt::Template;

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

    /// What a text would be as a prompt for a brief, without keeping it.
    pub async fn render_text(&self, body: &str, brief: &Brief) -> Result<String, AppError> {
        Ok(Template::parse(body)?.render(brief, &self.exclusions().await?)?)
    }
}
