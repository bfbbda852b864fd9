//! People: who decides and what an hour of theirs costs.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::library::PersonView;
use circletake_domain::id::PersonId;
use circletake_domain::money::Amount;
use circletake_domain::person::Role;
use circletake_store::{Person, PersonFields};

/// The setting that remembers who used the library last.
pub(crate) const CURRENT_PERSON: &str = "current_person";

fn view(person: Person) -> PersonView {
    PersonView {
        id: person.id,
        name: person.name,
        role: person.role,
        hourly_rate: person.hourly_rate,
        active: person.active,
        has_passphrase: person.has_passphrase,
    }
}

impl OpenLibrary {
    /// Everybody; removed people last.
    pub async fn people(&self) -> Result<Vec<PersonView>, AppError> {
        Ok(self.store().people().await?.into_iter().map(view).collect())
    }

    /// One person by id, or by name where it is unambiguous.
    pub async fn person(&self, id_or_name: &str) -> Result<PersonView, AppError> {
        Ok(view(self.store().find_person(id_or_name).await?))
    }

    /// Adds a person.
    pub async fn add_person(
        &self,
        name: &str,
        role: Role,
        hourly_rate: Option<Amount>,
    ) -> Result<PersonView, AppError> {
        let fields = PersonFields {
            name: name.to_owned(),
            role,
            hourly_rate,
            active: true,
        };
        let mut write = self.store().write().await?;
        let person = write.add_person(&fields, self.now()).await?;
        write.commit().await?;
        self.changed(Change::People);
        Ok(view(person))
    }

    /// Changes a person; their past decisions keep the name they had then.
    pub async fn update_person(
        &self,
        id: &PersonId,
        name: &str,
        role: Role,
        hourly_rate: Option<Amount>,
        active: bool,
    ) -> Result<PersonView, AppError> {
        let fields = PersonFields {
            name: name.to_owned(),
            role,
            hourly_rate,
            active,
        };
        let mut write = self.store().write().await?;
        let person = write.update_person(id, &fields).await?;
        write.commit().await?;
        self.changed(Change::People);
        Ok(view(person))
    }

    /// Says who uses the app now; remembered with the library.
    pub async fn choose_person(&self, id: &PersonId) -> Result<PersonView, AppError> {
        let person = self.person(id.as_str()).await?;
        if !self.store().is_read_only() {
            let mut write = self.store().write().await?;
            write.set_setting(CURRENT_PERSON, &person.id, self.now()).await?;
            write.commit().await?;
        }
        self.remember_person(Some(person.id.clone()));
        self.changed(Change::People);
        Ok(person)
    }

    /// Who uses the app now.
    pub(crate) async fn current_person(&self) -> Result<Option<PersonView>, AppError> {
        let Some(id) = self.current_person_id() else {
            return Ok(None);
        };
        Ok(self.people().await?.into_iter().find(|person| person.id == id))
    }
}
