-- Open requests of which health data is decided to be shown: an opinion may lapse before they are sent.
select distinct i.request from access_item i join access_case c on c.request = i.request
where i.rule = 'health-bar' and i.decision in ('show', 'part') and c.state in ('reviewed', 'decided', 'signed', 'referred')
order by i.request
