-- People one relationship of a family kind away, in either direction.
select other from relationship
where person = :person and other is not null
    and kind in ('mother', 'father', 'parent', 'child', 'sibling', 'half-sibling', 'step-parent', 'step-sibling',
        'grandparent', 'grandchild', 'aunt-or-uncle', 'niece-or-nephew', 'cousin', 'partner', 'guardian')
union
select person from relationship
where other = :person
    and kind in ('mother', 'father', 'parent', 'child', 'sibling', 'half-sibling', 'step-parent', 'step-sibling',
        'grandparent', 'grandchild', 'aunt-or-uncle', 'niece-or-nephew', 'cousin', 'partner', 'guardian')
order by 1
