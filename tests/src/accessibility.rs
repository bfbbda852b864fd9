//! The accessibility rules a machine can check, on what the window shows now.

use crate::app::App;
use crate::built::repository;
use crate::trouble::Trouble;
use serde_json::Value;

const CHECK: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.failureSummary + ' ' + node.html) }))),
        (error) => done(String(error)),
    );";

impl App {
    /// Fails where axe finds something that keeps people out.
    pub async fn is_accessible(&self, screen: &str) -> Result<(), Trouble> {
        let there = self.run("return typeof window.axe === 'object'", vec![]).await?;
        if there != Value::Bool(true) {
            let library = repository().join("ui/node_modules/axe-core/axe.min.js");
            let library = fs_err::read_to_string(library)?;
            self.run(&format!("{library}; window.axe = axe;"), vec![]).await?;
        }
        let found = self.client.execute_async(CHECK, vec![]).await?;
        match found.as_array() {
            Some(violations) if violations.is_empty() => Ok(()),
            _ => Err(Trouble::Broken {
                rule: "every screen is accessible",
                detail: format!("{screen}: {found:#}"),
            }),
        }
    }
}
