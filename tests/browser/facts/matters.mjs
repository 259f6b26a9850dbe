// What readers ask about matters: each question is answered on one page, at most two steps from the home page.

import { mkdtemp, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import os from 'node:os';
import path from 'node:path';
import { holds, none } from '../fact.mjs';
import { serveFolder } from '../server.mjs';

const TODAY = '2026-11-25';

/// Each question with the page that answers it, and what is to be read there: on the site of the profile's example, and on
/// the record of the group that it comes from.
const QUESTIONS = {
  'where is this proposal, and who has it': {
    golden: ['proposals/0006/', 'section.strip', [/Adopted on 10 February 2026/, /goes on in SOW-0006/, /Board review since 20 October 2026/, /with the board/]],
    content: ['proposals/0024/', 'section.strip', [/goes on in SOW-0001/, /Draft since 11 May 2021/, /with Tom Stellard/]],
  },
  'who voted against': {
    golden: ['decisions/0012/', 'main', [/Who was against it, and why 5/, /Helen Okoro/, /turned it down on 10 February 2026, all five who voted were against it/]],
    content: ['decisions/0001/', 'main', [/Who was against it, and why/, /Serious concerns/, /Philip Reames/]],
  },
  'what can I work on': {
    golden: ['help/', 'main', [/Open for comments 1/, /SOW-0004/, /Comments are open until 1 December 2026/, /No bounty waits to be claimed/]],
    content: ['help/', 'main', [/Open roles 4/, /Chair/, /Actions without an owner 10/]],
  },
  'what waits for the board': {
    golden: ['groups/board/', 'main', [/What waits here 2/, /SOW-0006/, /since 20 October 2026/, /DEC-0022/, /One of five has voted; at least three must/]],
    content: ['groups/board/', 'main', [/On its way here 1/, /DEC-0002/, /Accepted on 22 June 2021/]],
  },
  'what if we end a contract tomorrow': {
    golden: ['contractors/halden/', 'main', [/HH-2025 can be ended at once, on any day/, /gives notice by 1 November 2027/, /last tried on 24 March 2026/, /Forum can also be opened by Mei Tanaka and Daniel Moreau/]],
    content: ['contractors/access-softek/', 'main', [/It is not recorded whether/]],
  },
  'what did the last meeting decide': {
    golden: ['meetings/2026-11-10/', 'main', [/Decided No decision is recorded as taken in this meeting/, /2 of 2 open today/, /Priya Raman: Answer the comments on the sign-in/, /One sign-in ?Open for comments from today to 1 December/]],
    content: ['meetings/2022-08-30/', 'main', [/Decided No decision is recorded as taken in this meeting/, /Talked about|Agenda/]],
  },
  'what money was approved this year, and what is withheld until when': {
    golden: ['money/', 'main', [/Approved in 2026: 1,500 USD/, /DEC-0022 Money for the backup of the forum an amount is withheld until 6 January 2027/, /the call is open/]],
    content: ['money/', 'main', [/No expenditure is recorded as approved/, /DEC-0002 .{0,80}an amount is withheld, until a day that is not recorded/, /kept confidential, by the wish of the meeting of 11 May 2021/]],
  },
  'which services lack an owner': {
    golden: ['services/without-an-owner/', 'main', [/Without an owner 0/, /Every service in use has an owner in this record/]],
    content: ['services/without-an-owner/', 'main', [/Without an owner 56/, /apt\.llvm\.org nobody recorded/]],
  },
  'which services lack a second admin': {
    golden: ['services/without-a-second-admin/', 'main', [/Without a second admin 0/, /Every service in use has/]],
    content: ['services/without-a-second-admin/', 'main', [/Without a second admin 59/, /apt\.llvm\.org nobody recorded/]],
  },
  'are service levels kept': {
    golden: ['services/levels/', 'main', [/32 of the 32 objectives with a result were met last time/, /For 3 services in use no objective is recorded/, /Build bots Availability, at least 99\.5 %/]],
    content: ['services/levels/', 'main', [/No service level objective is recorded/]],
  },
  'what changed since last month': {
    golden: ['changes/', 'main', [/November 2026 6/, /10 November 2026 .*DEC-0022 Money for the backup of the forum was put to the board/, /October 2026 10/]],
    content: ['changes/', 'main', [/August 2022 [0-9]+/, /July 2022 [0-9]+/, /Meeting of 30 August 2022 was held; 5 people took part/]],
  },
  'when is the next meeting, and what is on it': {
    golden: ['groups/iwg/', 'main', [/Next meeting When Meeting of 8 December 2026 18:00 to 19:00 \(Europe\/Berlin\), 17:00 UTC/, /Agenda One sign-in after the comments Backup of the forum/, /Due by then .*Rafael Costa: ask Kestrel Cloud for a Mac/]],
    content: ['', 'main', [/Last meeting announced: Tuesday 30 August 2022/, /On the agenda: A talk between the board and the group/, /No meeting after 30 August 2022 is recorded/]],
  },
  'how do I propose something': {
    golden: ['help/', 'main', [/Anyone can propose a change/, /How to take part/]],
    content: ['help/', 'main', [/Anyone can propose a change/, /Take part/]],
  },
};

/// Runs `fact` on both sites.
async function onBoth(world, fact) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'candor-matters-'));
  try {
    for (const [name, source] of [['golden', 'tests/sites/llvm-iwg/content'], ['content', 'content']]) {
      const output = path.join(folder, name);
      const options = ['build', path.join(world.repository, source), '--output', output, '--today', TODAY];
      await promisify(execFile)(world.candor, options, { env: { ...process.env, CANDOR_BASE_URL: '' } });
      const server = await serveFolder(output);
      try {
        await fact(name, server.address, await world.open());
      } finally {
        server.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/// The pages of the site to which the page at `address` links, without what follows `?` and `#`.
async function linked(page, address, site) {
  await page.goto(address);
  const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((it) => it.href));
  const here = links.filter((it) => it.startsWith(site)).map((it) => it.split(/[?#]/)[0].replace(/index\.html$/, ''));
  return new Set(here);
}

export const facts = {
  'each question about matters is answered on one page, two steps from the home page': async (world) => {
    const wrong = [];
    await onBoth(world, async (name, address, page) => {
      const home = await linked(page, address, address);
      const near = new Set(home);
      for (const first of home) for (const second of await linked(page, first, address)) near.add(second);
      for (const [question, answers] of Object.entries(QUESTIONS)) {
        const [where, selector, expected] = answers[name];
        if (!near.has(address + where)) wrong.push(`${name}: ${question}: ${where} is more than two steps away`);
        const answer = await page.goto(address + where);
        if (!answer.ok()) {
          wrong.push(`${name}: ${question}: there is no ${where}`);
          continue;
        }
        const text = (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ');
        for (const it of expected) if (!it.test(text)) wrong.push(`${name}: ${question}: ${where} does not say ${it}`);
      }
    });
    none(wrong);
  },

  'the board of work shows what its address asks for, and its links change the address': async (world) => {
    await onBoth(world, async (name, address, page) => {
      if (name !== 'golden') return;
      const shown = () => page.locator('[data-board] > section > ul > li').filter({ visible: true }).count();
      await page.goto(`${address}work/`);
      const all = await shown();
      await page.goto(`${address}work/?kind=rfp`);
      holds(await shown() === 1, `${await shown()} of ${all} matters have a call, and one should`);
      await page.goto(`${address}work/`);
      await page.locator('a[data-name=state][data-value=in-progress]').click();
      holds(new URL(page.url()).search === '?state=in-progress', `the address is ${page.url()}`);
      const narrowed = await shown();
      holds(narrowed > 0 && narrowed < all, `${narrowed} of ${all} are shown`);
      await page.goBack();
      holds(await shown() === all, 'going back does not show all again');
    });
  },

  'without scripts the links of the board lead to the states that they name': async (world) => {
    await onBoth(world, async (name, address) => {
      const page = await world.open({ javaScriptEnabled: false });
      await page.goto(`${address}work/`);
      const links = await page.locator('a[data-name]').evaluateAll((links) => links.map((it) => it.hash.slice(1)));
      holds(links.length > 0, `${name}: there are no links`);
      for (const id of links) holds(await page.locator(`[id="${id}"]`).count() === 1, `${name}: nothing has the id ${id}`);
    });
  },
};
