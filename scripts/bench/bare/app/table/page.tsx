import { connection } from 'next/server';

const COLUMNS = ['番号', '事業名', '担当課', '状態', '本年度（千円）', '前年度（千円）', '増減（千円）', '最終更新'];
const ROWS = Array.from({ length: 200 }, (_, index) => [
  String(index + 1),
  `見本の事業 ${index + 1}`,
  '保健福祉課',
  '下書き',
  (10_000 + index).toLocaleString('en'),
  (9_000 + index).toLocaleString('en'),
  '1,000',
  '11月23日 14:05 起案者',
]);

export default async function TablePage() {
  await connection();
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([number, name, ...cells]) => (
          <tr key={number}>
            <td>{number}</td>
            <td>
              <a href={`/entries/${number}`}>{name}</a>
            </td>
            {cells.map((cell, index) => (
              <td key={COLUMNS[index + 2]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
