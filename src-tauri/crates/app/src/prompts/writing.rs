//! Templates listed, written, filed and approved.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::prompt::{TemplateVersionView, TemplateView};
use circletake_domain::id::{PersonId, TemplateId};
use circletake_domain::prompt::Template;
use circletake_store::{PromptSet, StoredTemplate, StoredVersionText, VersionMarks};

impl OpenLibrary {
    /// Every template with the numbers of its versions, by name.
    pub async fn templates(&self) -> Result<Vec<TemplateView>, AppError> {
        let mut views = Vec::new();
        for template in self.store().templates().await? {
            views.push(self.with_versions(template).await?);
        }
        Ok(views)
    }

    /// One template with the numbers of its versions.
    pub async fn template(&self, id: &TemplateId) -> Result<TemplateView, AppError> {
        let template = self.store().template(id).await?;
        self.with_versions(template).await
    }

    /// Begins a template. Its words may be put right later; they are judged where they are used.
    pub async fn create_template(&self, name: &str, body: &str) -> Result<TemplateView, AppError> {
        let by = self.current_person_id();
        let mut write = self.store().write().await?;
        let id = write.add_template(name, body, by.as_ref(), self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        self.template(&id).await
    }

    /// Calls a template something else.
    pub async fn rename_template(&self, id: &TemplateId, name: &str) -> Result<TemplateView, AppError> {
        let mut write = self.store().write().await?;
        write.rename_template(id, name).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        self.template(id).await
    }

    /// Begins the next version with the words of another one.
    pub async fn new_template_version(&self, id: &TemplateId, from: u32) -> Result<TemplateView, AppError> {
        let by = self.current_person_id();
        let mut write = self.store().write().await?;
        write.add_template_version(id, from, by.as_ref(), self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        self.template(id).await
    }

    /// Keeps what is typed of a version that was neither used nor approved. Nothing is told: whoever types knows.
    pub async fn write_template(&self, id: &TemplateId, number: u32, body: &str) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        write.write_template_version(id, number, body).await?;
        Ok(write.commit().await?)
    }

    /// Takes away a version that was neither used nor approved.
    pub async fn discard_template_version(&self, id: &TemplateId, number: u32) -> Result<TemplateView, AppError> {
        let mut write = self.store().write().await?;
        write.discard_template_version(id, number).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        self.template(id).await
    }

    /// Files a version under tags, and among the variants of an idea.
    pub async fn mark_template_version(
        &self,
        id: &TemplateId,
        number: u32,
        tags: &[String],
        variant_group: Option<&str>,
    ) -> Result<TemplateView, AppError> {
        let marks = VersionMarks {
            tags: tags.to_vec(),
            variant_group: variant_group.map(ToOwned::to_owned),
        };
        let mut write = self.store().write().await?;
        write.mark_template_version(id, number, &marks).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        self.template(id).await
    }

    /// A person approves a version, which must be one that can be rendered; or nobody does any more.
    pub async fn approve_template_version(
        &self,
        id: &TemplateId,
        number: u32,
        by: Option<&PersonId>,
    ) -> Result<TemplateView, AppError> {
        if by.is_some() {
            Template::parse(&self.store().template_version(id, number).await?.body)?;
        }
        let mut write = self.store().write().await?;
        write.approve_template_version(id, number, by, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prompts);
        self.template(id).await
    }

    async fn with_versions(&self, template: StoredTemplate) -> Result<TemplateView, AppError> {
        let mut versions = Vec::with_capacity(template.versions.len());
        for version in template.versions {
            versions.push(self.with_numbers_of(&template.id, version).await?);
        }
        Ok(TemplateView {
            id: template.id,
            name: template.name,
            versions,
        })
    }

    async fn with_numbers_of(
        &self,
        id: &TemplateId,
        version: StoredVersionText,
    ) -> Result<TemplateVersionView, AppError> {
        let set = PromptSet::Version(id.clone(), version.number);
        let settled = version.is_settled();
        let (variant_group, variant_label) = version.variant.unzip();
        let (approved_by, approved_at) = version.approved.unzip();
        Ok(TemplateVersionView {
            numbers: self.prompt_numbers(&set).await?,
            number: version.number,
            body: version.body,
            tags: version.tags,
            variant_group,
            variant_label,
            created_at: version.created_at,
            created_by: version.created_by,
            approved_by,
            approved_at,
            used: version.prompts > 0,
            settled,
        })
    }
}
