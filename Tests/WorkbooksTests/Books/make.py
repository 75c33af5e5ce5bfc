# Makes the workbooks here, with openpyxl and XlsxWriter: what other programs write.
import datetime, openpyxl, xlsxwriter
wb=openpyxl.Workbook(); ws=wb.active; ws.title='availability'
ws.append(['person_id','date','start','end','status','note'])
ws.append(['R0A-lead',datetime.date(2027,1,12),datetime.time(9,0),datetime.time(12,30),'clinic','Café'])
ws.append(['R0A-lead',datetime.datetime(2027,1,13),None,None,'unavailable',None])
ws.append(['R0A-nurse','2027-01-14',0.375,'=C2+0.25','if_needed',True]); ws['C4'].number_format='hh:mm'
wb.create_sheet('Hidden').sheet_state='hidden'
wb.save('openpyxl.xlsx')
b=xlsxwriter.Workbook('xlsxwriter.xlsx'); s=b.add_worksheet('Grid'); d=b.add_format({'num_format':'ddd d mmm yyyy'})
s.write_row(0,0,['person_id (blank=N)']); 
for k in range(5): s.write_datetime(0,1+k,datetime.datetime(2027,1,11+k),d)
s.write_row(1,0,['R0A-lead','Y','P','?','AM','PM']); s.write_rich_string(2,0,b.add_format({'bold':1}),'R0A',' -nurse'.strip()); s.write_formula(2,1,'=B2',None,'Y')
b.close()
