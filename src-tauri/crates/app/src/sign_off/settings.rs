//! What is asked: the table that opens gates, the brands' checklists, and whether makers may sign in a pilot.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::sign_off::{ChecklistLineView, ChecklistView, GateRuleView};
use circletake_domain::gate::{Gate, GateCondition, GateRules};
use circletake_domain::id::{PilotId, RecordUid};
use circletake_store::{ChecklistLine, Scope, StoreError};
use std::collections::BTreeMap;

impl OpenLibrary {
    /// What opens each gate.
    pub async fn gate_rules(&self) -> Result<Vec<GateRuleView>, AppError> {
        let (rules, shipped) = (self.store().gate_rules().await?, GateRules::shipped());
        let lines = Gate::ALL.iter().map(|gate| GateRuleView {
            gate: *gate,
            condition: rules.condition(*gate),
            shipped: rules.condition(*gate) == shipped.condition(*gate),
        });
        Ok(lines.collect())
    }

    /// Says what opens a gate.
    pub async fn set_gate_rule(&self, gate: Gate, condition: GateCondition) -> Result<Vec<GateRuleView>, AppError> {
        let mut write = self.store().write().await?;
        write.set_gate_rule(gate, condition, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        self.gate_rules().await
    }

    /// Every gate opens as shipped again.
    pub async fn reset_gate_rules(&self) -> Result<Vec<GateRuleView>, AppError> {
        let mut write = self.store().write().await?;
        write.reset_gate_rules().await?;
        write.commit().await?;
        self.changed(Change::Clips);
        self.gate_rules().await
    }

    /// The checklist of every brand: every brand's own first, then those of brands that a brief names or that have one.
    pub async fn checklists(&self) -> Result<Vec<ChecklistView>, AppError> {
        let mut brands: BTreeMap<String, Vec<ChecklistLineView>> = BTreeMap::from([(String::new(), Vec::new())]);
        for stored in self.store().briefs(&Scope::Library).await? {
            if let Some(name) = stored.brief.brand.name() {
                brands.entry(name.to_owned()).or_default();
            }
        }
        for item in self.store().checklists().await? {
            brands.entry(item.brand).or_default().push(ChecklistLineView {
                key: Some(item.uid.to_string()),
                body: item.body,
            });
        }
        let lists = brands.into_iter().map(|(brand, lines)| ChecklistView { brand, lines });
        Ok(lists.collect())
    }

    /// Says a brand's checklist anew.
    pub async fn set_checklist(
        &self,
        brand: &str,
        lines: &[ChecklistLineView],
    ) -> Result<Vec<ChecklistView>, AppError> {
        let lines: Result<Vec<_>, AppError> = lines.iter().map(line).collect();
        let mut write = self.store().write().await?;
        write.set_checklist(brand, &lines?, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        self.checklists().await
    }

    /// Says whether who made a clip of a pilot may also sign it.
    pub async fn let_makers_sign(&self, pilot: &PilotId, may: bool) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        write.let_makers_sign(pilot, may).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(())
    }
}

fn line(view: &ChecklistLineView) -> Result<ChecklistLine, AppError> {
    let uid = view.key.as_ref().map(|key| key.parse().map(RecordUid));
    Ok(ChecklistLine {
        uid: uid.transpose().map_err(|_| StoreError::NotFound {
            what: "checklist line",
            id: view.key.clone().unwrap_or_default(),
        })?,
        body: view.body.clone(),
    })
}
