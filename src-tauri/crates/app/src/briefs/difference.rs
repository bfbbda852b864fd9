//! What differs between two states of a brief, field by field and word by word.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::brief::{BriefDifference, FieldDifference};
use crate::word_difference::pieces;
use circletake_domain::brief::BriefForm;
use circletake_domain::id::BriefId;
use circletake_store::StoreError;
use serde_json::Value;

impl OpenLibrary {
    /// What differs between two revisions of a brief; no number is the brief as it is written now.
    pub async fn brief_difference(
        &self,
        id: &BriefId,
        a: Option<u32>,
        b: Option<u32>,
    ) -> Result<BriefDifference, AppError> {
        let [one, other] = [self.form_at(id, a).await?, self.form_at(id, b).await?].map(|form| fields(&form));
        let fields = one
            .into_iter()
            .zip(other)
            .filter(|((_, a), (_, b))| a != b)
            .map(|((field, a), (_, b))| FieldDifference {
                field,
                pieces: pieces(&a, &b),
            });
        Ok(BriefDifference {
            fields: fields.collect(),
        })
    }

    /// What a brief said in a revision, as a form to write on.
    pub async fn brief_at_revision(&self, id: &BriefId, number: u32) -> Result<BriefForm, AppError> {
        self.form_at(id, Some(number)).await
    }

    async fn form_at(&self, id: &BriefId, number: Option<u32>) -> Result<BriefForm, AppError> {
        let Some(number) = number else {
            let written = self.store().brief_draft(id).await?.map(|draft| draft.form);
            return match written {
                Some(form) => Ok(form),
                None => Ok(BriefForm::of(&self.store().brief(id).await?.brief)),
            };
        };
        let revisions = self.store().brief_revisions(id).await?;
        let found = revisions.iter().find(|revision| revision.number == number);
        let found = found.ok_or_else(|| StoreError::NotFound {
            what: "brief revision",
            id: format!("{id} revision {number}"),
        })?;
        Ok(BriefForm::of(&found.brief))
    }
}

/// Every field as text, in the order of the form; an entry of a list a line.
fn fields(form: &BriefForm) -> Vec<(String, String)> {
    let Ok(Value::Object(fields)) = serde_json::to_value(form) else {
        return Vec::new();
    };
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
            .join("\n"),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let named = fields.iter().filter(|(field, _)| field.as_str() != "unfinished");
    named.map(|(field, value)| (field.clone(), text(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_the_form_can_differ() {
        let told = fields(&BriefForm {
            must_include: vec!["steam".into(), "low sun".into()],
            paid: true,
            ..BriefForm::default()
        });
        assert!(told.contains(&("must_include".to_owned(), "steam\nlow sun".to_owned())));
        assert!(told.contains(&("paid".to_owned(), "true".to_owned())));
        assert_eq!(told.len(), 24);
    }
}
