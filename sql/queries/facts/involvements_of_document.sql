-- Further involvements a document lies in.
select involvement from document_involvement where document = :id order by involvement
