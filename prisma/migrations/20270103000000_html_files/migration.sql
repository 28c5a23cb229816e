-- Web pages saved from a browser are files like others.
ALTER TABLE file DROP CONSTRAINT file_type_check;
ALTER TABLE file ADD CONSTRAINT file_type_check CHECK (type IN ('PDF', 'PNG', 'JPEG', 'DOCX', 'XLSX', 'TXT', 'HTML')) NOT VALID;
ALTER TABLE file VALIDATE CONSTRAINT file_type_check;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270103000000_html_files', '0.2.0');
