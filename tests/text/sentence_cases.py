"""Paragraphs of news copy with their right sentence boundaries, each set as ‖."""

CASES = """
The council met on Tuesday.‖ It voted 7-2 to close the library.
The storm reached land on Aug. 17 near the old harbor.‖ Two piers fell.
Sen. Ada Holt spoke first.‖ Rep. Joel Marsh did not.
She lives in the U.S. but votes abroad.
He moved to the U.S. in May.‖ He left in June.
They flew back to the U.S.‖ The flight took nine hours.
The U.S. Department of Labor said so.‖ Nobody asked why.
The bus left at 6 a.m. from Gate No. 4.
The bus left at 6 a.m.‖ The train left an hour later.
Doors open at 7 p.m. Friday at the town hall.
Doors open at 7 p.m.‖ Admission is free.
Mr. and Mrs. Lind kept bees.‖ Dr. Osei bought the honey.
John F. Keller Jr. won the seat.‖ His brother lost.
The award went to Harold Pym Jr.‖ He was not in the room.
J. K. Aldous wrote the report.‖ It ran to 300 pages.
G.K. Marlow and P.D. Quist agreed.
Delta Paper Co. and Finch Inc. will merge.‖ The price was not given.
She works for Finch Inc.‖ The firm makes glue.
The deal was signed by Harbor Corp. of Maine.
The deal was signed by Harbor Corp.‖ Both sides were pleased.
Police closed Elm St. on Monday.‖ It opened again on Tuesday.
St. Bride's stands on the hill.‖ Mt. Orrin stands behind it.
Gen. Luis Prado and Lt. Gov. Mary Finn met for an hour.
Lt. Col. Ana Reyes led the search.‖ She found nothing.
Some fruits, e.g. plums, were spoiled.‖ The rest were sold.
The case of Holt vs. Marsh opened on Monday.
The case, i.e. the whole of it, rests on one letter.
“Go home,” he said.‖ “There is nothing to see.”
“Go!” he said.‖ Nobody moved.
“Who is there?” asked the guard.‖ No one answered.
“Stop!” she cried.‖ “You are late.”
He asked, “Why now?”‖ She shrugged.
He said, “I am done.”‖ Then he sat down.
“We lost.‖ We will win next year,” the captain said.
“We lost,” the captain said.‖ “We will win next year.”‖ The crowd cheered.
"Go home," he said.‖ "There is nothing to see."
"Go!" he said.‖ Nobody moved.
"We lost."‖ "No, we won."
‘Go home,’ he said.‖ ‘There is nothing to see.’
'Are you sure?' she asked.‖ 'I am.'
She called it “a farce.”‖ He called it “progress.”
“He said ‘never.’”‖ She wrote it down.
The road was long... and the night was dark.
The road was long...‖ The night was dark.
“I thought… well, never mind,” he said.
“I thought …”‖ She broke off.
Well ... maybe not.
The mayor (who was ill) stayed home.‖ Her deputy spoke.
The mayor stayed home.‖ (She was ill.)‖ Her deputy spoke.
The plan failed (see p. 12).‖ A new one was drawn up.
It cost $4.5 million.‖ Nobody had budgeted for it.
Prices rose 3.2 percent in March.‖ They fell in April.
Visit example.org for details.‖ Tickets are $5.
The score was 4-3.‖ It was their first win since 1998.
Was it an accident?‖ The police would not say.
What a night!‖ The band played until 2 a.m. and then went home.
No. 1 seed Harwick lost.‖ No. 12 Dunmore won.
The answer was no.‖ The question was not repeated.
He finished No. 3.‖ She finished first.
On Jan. 4 the court ruled.‖ On Feb. 2 it ruled again.
The law took effect in Sept. 2014 and lapsed in Dec. 2018.
The law lapsed in December.‖ Nobody noticed.
The vote was set for Nov. 6.‖ Turnout was low.
Prof. Lena Ort, of Upsala, agreed.‖ So did the Rev. Paul Byrd.
The Hon. Mr. Justice Crane presided.
Capt. Iris Dole and Sgt. Tom Wye were honored.
Gov. Bill Tarrant, R-Ohio, vetoed it.
Ms. Park, D-Calif., voted yes.‖ Mr. Rusk, R-Wis., voted no.
He grew up in Erie, Pa.‖ She grew up in Troy, N.Y.
The plant in Gary, Ind., will close.
He lives in Washington, D.C.‖ She lives in Boston.
He lives in Washington, D.C., with two cats.
The E.U. said it would wait.‖ The U.N. did not comment.
A spokesman for the U.N. Security Council declined to speak.
The F.B.I. has no record of it.‖ The C.I.A. would not say.
The pact binds the U.S., the U.K. and Japan.‖ Others may join.
The pact binds the U.K.‖ Japan has not signed.
She earned a Ph.D. in physics.‖ He did not finish school.
He holds a Ph.D.‖ She holds two.
It weighs 12 lbs. and costs $8.
The pipe is 6 ft. long.‖ The hole is 5 ft. deep.
About 4 sq. mi. burned.
He was born c. 1840 in Ghent.
The firm, Lowe & Sons Ltd., is closed.
The firm is Lowe & Sons Ltd.‖ It is closed.
Bring pens, paper, etc. to the hall.
Bring pens, paper, etc.‖ The hall opens at nine.
eBay fell 2 percent.‖ iPhone sales rose.
He sold the firm.‖ 300 jobs went with it.
The town has one bank.‖ "It will stay," said its manager.
It was over – or so they thought.‖ It was not.
It was over.—It was not.
They met at St. John's.‖ The rain held off.
“Is it true?” the lawyer asked.‖ “Yes,” said the witness.
“Is it true?”‖ The lawyer waited.
“It is true!”‖ The witness wept.
The film “What Now?” opens Friday.‖ The sequel is in hand.
Yahoo! said it would not sell.
The quiz show Who Knows? returns in May.
Mr. T. arrived late.‖ Nobody minded.
Point A. was dropped.
Vitamin K helps.‖ Vitamin C does not.
He gave it an A.‖ She gave it a B.
It is Plan B.‖ There is no Plan C.
I did it, and so did I.‖ Nobody else did.
Smith et al. disagreed.‖ The editors did not.
The ship, the H.M.S. Plover, sank.‖ All were saved.
Adm. K. R. Voss (ret.) testified.‖ He spoke for an hour.
[Applause.]‖ Thank you.
“We must [act] now.”‖ They did.
The meeting is at 5:30 p.m. EST.‖ Bring a friend.
The fire began at 3 a.m. Sunday, officials said.
The fire began at 3 a.m., officials said.‖ It was out by 5.
""".strip().splitlines()
