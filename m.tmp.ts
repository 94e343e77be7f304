import { makeWorld, connect } from './cli/world';
import { Project } from './simulator';
import { aPortal } from './portal/data/a-portal';
import { picture } from './test/bundle/support/sheets';
import { refresh } from './test/bundle/support/scenario';
const project = Project.fromFolder('dist');
function one(g: any, n: number, rows: number) {
  const t00=performance.now();
  const w = makeWorld((clock) => { const b = aPortal(clock).withCompany({ID:4,TITLE:'Альфа'}).withRequisite({ID:1,ENTITY_ID:4,RQ_COMPANY_NAME:'ООО'});
    for (let i=1;i<=n;i++) b.withInvoice({ID:i,COMPANY_ID:4,link: i%2, rows: Array.from({length: rows},()=>({}))}); return b.data; }, {project, portal:{generation:g}});
  connect(w); 
  const t0=performance.now(); refresh(w); const t1=performance.now(); w.simulator.run({function:'clearCache',via:'menu'}); const t11=performance.now(); refresh(w); const t2=performance.now(); refresh(w); const t3=performance.now(); picture(w); const t4=performance.now();
  return [w.portal.requests.length,t0-t00,t1-t0,t11-t1, t2-t11,t3-t2,t4-t3].map(x=>x.toFixed(1)).join(' ');
}
for (let i=0;i<8;i++) one('new',3,2);
for (let i=0;i<5;i++) console.log(one('new',3,2));
for (let i=0;i<3;i++) console.log(one('mid',8,2));
