//! Pairs of takes: what people say of them, and what it adds up to.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::compare::{ModelStanding, PairAnswerView, PairRequest, PairTally, StandingView, TakeStanding};
use circletake_domain::id::{BriefId, GenerationId, ModelName};
use circletake_domain::pair::{PairJudgement, Standing, latest, standings};
use circletake_store::StoredPairs;
use std::cmp::Reverse;
use std::collections::BTreeMap;

fn numbers(standing: Standing) -> StandingView {
    StandingView {
        won: standing.won,
        lost: standing.lost,
        tied: standing.tied,
        both_bad: standing.both_bad,
    }
}

fn tally(brief: BriefId, pairs: StoredPairs) -> PairTally {
    let models: BTreeMap<GenerationId, Option<ModelName>> = pairs.models.into_iter().collect();
    let counting = latest(pairs.judgements);
    let standings = standings(&counting);
    let mut by_model = BTreeMap::<Option<ModelName>, Standing>::new();
    for one in &counting {
        let model_of = |id: &GenerationId| models.get(id).cloned().flatten();
        // Two takes of one model say nothing of the model.
        if model_of(&one.a) == model_of(&one.b) {
            continue;
        }
        for (id, standing) in self::standings(std::slice::from_ref(one)) {
            let sum = by_model.entry(model_of(&id)).or_default();
            *sum = sum.plus(standing);
        }
    }
    let mut takes: Vec<_> = standings
        .into_iter()
        .map(|(generation_id, standing)| TakeStanding {
            model: models.get(&generation_id).cloned().flatten(),
            generation_id,
            standing: numbers(standing),
        })
        .collect();
    takes.sort_by_key(|take| (Reverse(take.standing.won), take.standing.lost));
    let mut models: Vec<_> = by_model
        .into_iter()
        .map(|(model, standing)| ModelStanding {
            model,
            standing: numbers(standing),
        })
        .collect();
    models.sort_by_key(|model| (Reverse(model.standing.won), model.standing.lost));
    PairTally {
        brief_id: brief,
        takes,
        models,
        answers: counting
            .into_iter()
            .map(|one| PairAnswerView {
                a: one.a,
                b: one.b,
                person_id: one.person,
                answer: one.answer,
            })
            .collect(),
    }
}

impl OpenLibrary {
    /// Records what a person says of two takes. It moves neither of them.
    pub async fn judge_pair(&self, request: &PairRequest) -> Result<(), AppError> {
        let judgement = PairJudgement {
            a: request.a.clone(),
            b: request.b.clone(),
            person: request.person_id.clone(),
            answer: request.answer,
        };
        let mut write = self.store().write().await?;
        write.add_pair_judgement(&judgement, request.blind, self.now()).await?;
        write.commit().await?;
        Ok(())
    }

    /// What was said of the pairs of a brief.
    pub async fn pair_tally(&self, brief: &BriefId) -> Result<PairTally, AppError> {
        Ok(tally(brief.clone(), self.store().pair_judgements(brief).await?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::id::PersonId;
    use circletake_domain::pair::PairAnswer;

    #[test]
    fn takes_of_one_model_say_nothing_of_the_model() {
        let id = GenerationId::numbered;
        let said = |a, b, answer| PairJudgement {
            a: id(a),
            b: id(b),
            person: PersonId::new("pe_0001").unwrap(),
            answer,
        };
        let veo = ModelName::new("veo-3").unwrap();
        let kling = ModelName::new("kling-2").unwrap();
        let tally = tally(
            BriefId::new("bf_1").unwrap(),
            StoredPairs {
                judgements: vec![said(1, 2, PairAnswer::A), said(1, 3, PairAnswer::B)],
                models: vec![
                    (id(1), Some(veo.clone())),
                    (id(2), Some(veo.clone())),
                    (id(3), Some(kling.clone())),
                ],
            },
        );
        let of_models: Vec<_> = tally
            .models
            .iter()
            .map(|one| (one.model.clone(), one.standing.won, one.standing.lost))
            .collect();
        assert_eq!(of_models, [(Some(kling), 1, 0), (Some(veo), 0, 1)]);
        assert_eq!(tally.takes[0].generation_id, id(3));
        assert_eq!(tally.takes.len(), 3);
    }
}
