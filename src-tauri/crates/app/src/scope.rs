//! The page's word for a scope as the library's.

use crate::view::pilot::Scope;

impl From<&Scope> for circletake_store::Scope {
    fn from(scope: &Scope) -> Self {
        match scope {
            Scope::Library => Self::Library,
            Scope::Pilot(id) => Self::Pilot(id.clone()),
            Scope::Brief(id) => Self::Brief(id.clone()),
        }
    }
}
