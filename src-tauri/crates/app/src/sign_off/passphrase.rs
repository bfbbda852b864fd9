//! Passphrases: argon2id, checked off the async threads. Attribution on a shared laptop, not more: whoever can write the library's file can
//! write anything into it.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::library::PersonView;
use crate::view::sign_off::PassphraseRequest;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use circletake_domain::id::PersonId;
use circletake_domain::passphrase;
use circletake_domain::person::Role;
use circletake_store::{SignOffRefused, StoreError};

fn refused(refused: SignOffRefused) -> AppError {
    StoreError::from(refused).into()
}

impl OpenLibrary {
    /// Whether a person gave the passphrase that is set for them: `false` where none is set, an error where it is missing or wrong. Wrong
    /// tries are counted before they are looked at and survive the program.
    pub(super) async fn check_passphrase(&self, person: &PersonId, given: Option<&str>) -> Result<bool, AppError> {
        let known = self.person(person.as_str()).await?;
        if !known.has_passphrase {
            return Ok(false);
        }
        let Some(given) = given.filter(|given| !given.is_empty()) else {
            return Err(refused(SignOffRefused::PassphraseNeeded { person: known.name }));
        };
        let mut write = self.store().write().await?;
        let known = write.begin_passphrase_try(person, self.now()).await?;
        write.commit().await?;
        let Some(hash) = known.hash else {
            return Ok(false);
        };
        if !verify(given.to_owned(), hash).await {
            return Err(refused(SignOffRefused::WrongPassphrase {
                person: known.name,
                wait: known.wait,
            }));
        }
        let mut write = self.store().write().await?;
        write.end_passphrase_try(person).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Sets, changes or takes away a passphrase: one's own, or anybody's by an owner, with the passphrase of who does it where they have one.
    pub async fn set_passphrase(&self, request: &PassphraseRequest) -> Result<PersonView, AppError> {
        let person = self.person(request.person_id.as_str()).await?;
        let by = self.person(request.by_id.as_str()).await?;
        let may = by.active && (by.id == person.id || by.role == Role::Owner);
        if !may {
            return Err(refused(SignOffRefused::NotTheirs { person: person.name }));
        }
        if let Some(wanted) = &request.passphrase {
            passphrase::check(wanted).map_err(|problem| AppError::Invalid {
                field: "passphrase",
                problem: problem.to_string(),
            })?;
        }
        self.check_passphrase(&by.id, request.by_passphrase.as_deref()).await?;
        let hash = match request.passphrase.clone() {
            Some(wanted) => Some(hash(wanted).await?),
            None => None,
        };
        let mut write = self.store().write().await?;
        write.set_passphrase(&person.id, hash.as_deref()).await?;
        write.commit().await?;
        self.changed(Change::People);
        self.person(person.id.as_str()).await
    }
}

async fn hash(passphrase: String) -> Result<String, AppError> {
    let hashing = tokio::task::spawn_blocking(move || {
        let hashed = Argon2::default().hash_password(passphrase.as_bytes());
        hashed.map(|hash| hash.to_string()).map_err(|error| error.to_string())
    });
    let hashed = hashing.await.unwrap_or_else(|error| Err(error.to_string()));
    hashed.map_err(|problem| AppError::Invalid {
        field: "passphrase",
        problem,
    })
}

async fn verify(passphrase: String, hash: String) -> bool {
    let verifying = tokio::task::spawn_blocking(move || {
        let Ok(hash) = PasswordHash::new(&hash) else {
            return false;
        };
        Argon2::default().verify_password(passphrase.as_bytes(), &hash).is_ok()
    });
    verifying.await.unwrap_or(false)
}
