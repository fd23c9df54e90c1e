/** A third set: longer passages as they come from a recording. Marked as in planted.ts. */
export const PLANTED_THIRD: Readonly<Record<string, readonly string[]>> = {
  "long talk": [
    "I have been a social worker for eleven years and {Tyrique} is the one I think about. {Tyrique} was in Rochdale with his grandmother, {Sylvia Dearden}, and then somebody we only knew as {Flex} gave him a phone. By the summer he was in Blackpool. {Sylvia} rang us every day.",
    "What {Anneka} said is right. The school excluded {Malachi} on the Monday and by the Friday he was in a trap house in Telford with {Kyron} and another lad, {Josiah Nkemelu}. Detective Constable {Harcourt} found them, all three, asleep on one mattress.",
    "We had a mother, {Mrs Abiodun}, who slept in her car outside the flat. {Abiodun} was not believed by the police, she was not believed by us, and she was right about {Emmanuel} and she was right about {Dwight}.".replace(
      "{Mrs Abiodun}",
      "Mrs {Abiodun}",
    ),
    "{Pawel} worked at the factory in Wisbech with {Krzysiek} and {Vasyl}. They took his passport. A man called {Ramunas} took his wages. {Pawel} did not know the word slavery in English.",
    "You had {Shirley}, eighty-one, in a bungalow in Clacton, and these boys living in her spare room. {Shirley} called them her grandsons. One was {Kayden}, one was {Tre}. She said they were good company.",
    "So I phoned {Nasreen} at the MASH, and {Nasreen} said ring {Colin}, and {Colin} said it was one for Essex. In the end it was {Ffion} at the YOT who drove out there with {Hywel}.",
    "{Lorna Drysdale}: I would echo what {Imran} has said about Glasgow.",
    "I do not want to name him but everybody here knows it is {Wayne Trubshaw}. {Trubshaw} has three houses on that road. Mr {Trubshaw}, as the council calls him.",
    "My own view, and {Rosamund} will correct me, is that County Lines is a label. {Rosamund}?",
    "There was {Ikram}, there was {Saffiya}, there was {Bronagh}. All girls, all under fifteen, all picked up by the same taxi firm in Rotherham.",
    "He told {Mohamud} that if he did not sell he would hurt {Mohamud}'s little sister, {Hodan}.",
    "The one success I would point to is {Dillon}. {Dillon}'s mentor, {Big Errol}, never gave up on him.",
    "Inspector {Quayle} and her team, {Baz}, {Trish} and young {Fenwick}, closed it in a week.",
    "They sent {Li Wei} to the immigration centre at Yarl's Wood and nobody told {Mei}.",
    "{Grace} is the nurse, {Hope} is the youth worker, {Faith} is the one from the charity. I know. We laugh about it.",
    "I said to {Rose}, can you come? And {Rose} came, and so did {Art} and {Penny}.",
    "{Mark} will tell you that {Will} is the better footballer.",
    "The coroner asked {Dr Achterberg} whether {Summer} had been seen.".replace("{Dr Achterberg}", "Dr {Achterberg}"),
  ],
  "subtitles without capitals": [
    "yeah so when {jamal} came back from norwich he had burns on his arm and his mum {beverley} did not know what to do",
    "and i was like {chloe} please just come home and she said she could not because of {leroy}",
    "there was this lad called {hope} no sorry {jordan} he was running the phone",
    "so mr {okafor} from the school and pc {jenkins} both came to the house and it was too late",
  ],
};
